/// Adds the product of two matrices to a third: the plain loops that fast paths are compared with.
///
/// `a` is rows×inner, `b` is inner×columns; an element of a matrix is reached by the two steps
/// given with it, so transposes need no flag.
@inlinable
public func multiplyReference<T: Numeric>(
  rows: Int, columns: Int, inner: Int,
  _ a: UnsafePointer<T>, steps aSteps: (row: Int, column: Int),
  _ b: UnsafePointer<T>, steps bSteps: (row: Int, column: Int),
  into c: UnsafeMutablePointer<T>, rowStep: Int
) {
  for i in 0..<rows {
    for k in 0..<inner {
      let x = a[i &* aSteps.row &+ k &* aSteps.column]
      for j in 0..<columns {
        c[i &* rowStep &+ j] += x * b[k &* bSteps.row &+ j &* bSteps.column]
      }
    }
  }
}
