// The operations that in Python run code.
extension PickleReader {
  /// Calls a function with arguments, both on the stack.
  mutating func call() throws {
    let both = try pop(2)
    guard case .global(let function) = both[0], let arguments = elements(both[1]) else {
      throw failure("the pickle calls what is no function")
    }
    if function == TorchCalls.orderedDictionary {
      push(dictionary: try pairs(arguments))
    } else {
      push(try TorchCalls.result(of: function, arguments, self))
    }
  }

  /// `OrderedDict()` or `OrderedDict([[key, value], ...])`.
  private func pairs(_ arguments: [PickleValue]) throws -> [(key: PickleValue, value: PickleValue)]
  {
    guard let list = arguments.first else { return [] }
    return try (elements(list) ?? []).map { pair in
      guard let both = elements(pair), both.count == 2 else {
        throw failure("an entry of a dictionary is no pair")
      }
      return (both[0], both[1])
    }
  }

  /// The operation that makes an object of a class, which has no meaning here.
  mutating func make() throws {
    let both = try pop(2)
    guard case .global(let type) = both[0] else { throw failure("the pickle makes no object") }
    throw failure(
      "the file holds an object of the Python class \(type.path), which only Python can make",
      hint: "save model.state_dict() in place of the model: torch.save(model.state_dict(), path)")
  }

  /// Attributes of a dictionary or tensor, such as `_metadata`, are not needed.
  mutating func build() throws {
    _ = try pop()
    switch try top() {
    case .dictionary, .tensor: return
    default: throw failure("the pickle gives attributes to what has none")
    }
  }
}
