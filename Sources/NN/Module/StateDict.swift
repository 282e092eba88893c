public import Tensors

/// The parameters and buffers of a module by their paths, in order: what is saved of a network.
///
/// The tensors share their elements with the module's, as in PyTorch: they change as it learns.
/// Use ``copy()`` to keep a moment.
public struct StateDict: Sequence {
  private let entries: [(name: String, tensor: Tensor)]
  private let places: [String: Int]

  /// Gathers tensors under names, which must all differ.
  public init(_ entries: [(name: String, tensor: Tensor)]) {
    self.entries = entries
    places = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// The names in order.
  public var names: [String] { entries.map(\.name) }

  /// Number of tensors.
  public var count: Int { entries.count }

  /// The tensor of a name, or nil.
  public subscript(name: String) -> Tensor? { places[name].map { entries[$0].tensor } }

  /// The same with elements of its own.
  public func copy() -> StateDict {
    StateDict(entries.map { ($0.name, $0.tensor.clone()) })
  }

  /// Goes through the names and tensors in order.
  public func makeIterator() -> some IteratorProtocol<(name: String, tensor: Tensor)> {
    entries.makeIterator()
  }
}

/// Why a ``StateDict`` does not fit a module.
public struct StateDictError: Error, CustomStringConvertible {
  /// What is missing, too much or of another shape, and what to do.
  public let description: String
}
