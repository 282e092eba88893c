/// A part of a matrix product: `c = a · b`, with a number added to each column if wanted.
///
/// Steps are in numbers. Of `b` either neighbouring columns or neighbouring factors of a sum lie
/// side by side; `a` may have any steps.
public struct ProductTask {
  /// The first number of the left matrix.
  public var a: UnsafePointer<Float>
  /// The first number of the right matrix.
  public var b: UnsafePointer<Float>
  /// The first number of the result.
  public var c: UnsafeMutablePointer<Float>
  /// What each column of the result begins with; zero when nil.
  public var bias: UnsafePointer<Float>?
  /// Whether the product is added to what the result holds; then `bias` is not looked at, and the
  /// columns must be a multiple of 16.
  public var accumulates = false
  /// Size of the result: at least 16 columns.
  public var size = (rows: 0, columns: 0)
  /// Factors of a sum: at least 16 when `b` has to be turned.
  public var inner = 0
  /// Steps in `a`: to the next row, to the next factor of a sum.
  public var aSteps = (row: 0, inner: 0)
  /// Steps in `b`: to the next column, to the next factor of a sum.
  public var bSteps = (column: 0, inner: 0)
  /// The step to the next row of `c`, whose columns lie side by side.
  public var cStep = 0
  /// Room for `inner * columns` numbers at a multiple of 64 bytes; needed when the columns of `b` do
  /// not lie side by side.
  public var room: UnsafeMutablePointer<Float>?

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    a: UnsafePointer<Float>, b: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>
  ) {
    self.a = a
    self.b = b
    self.c = c
  }
}
