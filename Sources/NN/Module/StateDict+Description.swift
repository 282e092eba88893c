extension StateDict: CustomStringConvertible {
  /// The names and tensors as Python prints them.
  ///
  ///     print(Linear(1, 1, bias: false).stateDict())
  ///     // OrderedDict([('weight', tensor([[-0.0075]]))])
  public var description: String {
    let parts = map { "('\($0.name)', \($0.tensor))" }
    return "OrderedDict([\(parts.joined(separator: ", "))])"
  }
}
