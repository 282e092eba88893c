/// One product of row-major matrices: `c = op(a)·op(b)`, or `c += op(a)·op(b)`.
///
/// The kernels say which products they need; who calls them says how to compute one, with a
/// ``MatrixMultiply`` (OpenBLAS, or ``evaluateByDefinition()``).
public struct MatrixProduct<Scalar: BinaryFloatingPoint> {
  /// A factor: where it lies, the distance of its rows in memory, and whether it is used transposed.
  public struct Factor {
    /// First element.
    public var elements: UnsafePointer<Scalar>
    /// Elements from one row in memory to the next.
    public var rowStride: Int
    /// Whether the product sees the transpose of what lies in memory.
    public var isTransposed: Bool

    /// Names a factor.
    @inline(__always)
    public init(
      _ elements: UnsafePointer<Scalar>, rowStride: Int, isTransposed: Bool = false
    ) {
      self.elements = elements
      self.rowStride = rowStride
      self.isTransposed = isTransposed
    }
  }

  /// Rows of `op(a)` and of the result.
  public var rows: Int
  /// Columns of `op(b)` and of the result.
  public var columns: Int
  /// Columns of `op(a)`, which are the rows of `op(b)`.
  public var depth: Int
  /// Left factor.
  public var a: Factor
  /// Right factor.
  public var b: Factor
  /// First element of the result.
  public var result: UnsafeMutablePointer<Scalar>
  /// Elements from one row of the result to the next.
  public var resultStride: Int
  /// Whether the product is added to what the result holds.
  public var accumulates: Bool

  /// Names a product.
  @inline(__always)
  public init(
    rows: Int, columns: Int, depth: Int, _ a: Factor, _ b: Factor,
    into result: UnsafeMutablePointer<Scalar>, resultStride: Int, accumulates: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.depth = depth
    self.a = a
    self.b = b
    self.result = result
    self.resultStride = resultStride
    self.accumulates = accumulates
  }

  /// Computes the product with plain loops.
  public func evaluateByDefinition() {
    if !accumulates {
      for row in 0..<rows { (result + row * resultStride).update(repeating: 0, count: columns) }
    }
    multiplyReference(
      rows: rows, columns: columns, inner: depth, a.elements, steps: a.steps, b.elements,
      steps: b.steps, into: result, rowStep: resultStride)
  }
}

extension MatrixProduct.Factor {
  /// Elements from one row, and from one column, of the product's factor to the next.
  fileprivate var steps: (row: Int, column: Int) {
    isTransposed ? (1, rowStride) : (rowStride, 1)
  }
}

/// A way to compute a product of matrices on the calling thread.
public typealias MatrixMultiply<Scalar: BinaryFloatingPoint> = (MatrixProduct<Scalar>) -> Void
