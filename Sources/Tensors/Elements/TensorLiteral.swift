/// What `Tensor(...)` takes: a number, or an array of such, nested to any depth.
///
///     Tensor([[1, 2], [3, 4]]).shape  // [2, 2]
public protocol TensorLiteral {
  /// The type of the numbers at the bottom.
  associatedtype Bottom: TensorScalar
  /// The sizes of the nested arrays along their first elements.
  var literalShape: [Int] { get }
  /// Appends the numbers in reading order; nil when an array does not fit `shape`.
  func collectScalars(into scalars: inout [Bottom], shape: ArraySlice<Int>) -> Void?
}

extension TensorScalar {
  /// No axes: a number alone.
  public var literalShape: [Int] { [] }

  /// Appends the number itself.
  public func collectScalars(into scalars: inout [Self], shape: ArraySlice<Int>) -> Void? {
    shape.isEmpty ? scalars.append(self) : nil
  }
}

extension Array: TensorLiteral where Element: TensorLiteral {
  /// The numbers of the innermost arrays.
  public typealias Bottom = Element.Bottom

  /// This array's count, then the shape of its first element.
  public var literalShape: [Int] { [count] + (first?.literalShape ?? []) }

  /// Appends the numbers of every element in turn.
  public func collectScalars(
    into scalars: inout [Element.Bottom], shape: ArraySlice<Int>
  ) -> Void? {
    guard count == shape.first else { return nil }
    for element in self {
      guard element.collectScalars(into: &scalars, shape: shape.dropFirst()) != nil else {
        return nil
      }
    }
    return ()
  }
}
