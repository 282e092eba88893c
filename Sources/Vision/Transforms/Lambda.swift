import Tensors

/// A transform of one's own, written as a closure.
///
///     Compose([ToTensor(), Lambda { $0.view(-1) }])  // flat pictures, for a linear layer
public struct Lambda: Transform {
  private let body: (Tensor) -> Tensor

  /// Wraps a closure, which must leave its argument as it is.
  public init(_ body: @escaping (Tensor) -> Tensor) {
    self.body = body
  }

  /// What the closure gives.
  public func callAsFunction(_ picture: Tensor) -> Tensor { body(picture) }

  /// PyTorch's text.
  public var description: String { "Lambda()" }
}
