// The innermost loops. Each has a branch for operands that lie side by side, which the compiler
// turns into vector code, and one for every other step.

/// Stores `f` of each element of a row.
@inlinable @inline(__always)
public func mapRow<A, R>(
  _ a: UnsafePointer<A>, _ aStep: Int, into out: UnsafeMutablePointer<R>, _ outStep: Int,
  count: Int, _ f: (A) -> R
) {
  if aStep == 1, outStep == 1 {
    for i in 0..<count { out[i] = f(a[i]) }
  } else {
    for i in 0..<count { out[i &* outStep] = f(a[i &* aStep]) }
  }
}

/// Stores `f` of each pair of elements of two rows.
///
/// A step of zero repeats one value, as broadcasting asks for.
@inlinable @inline(__always)
public func mapRow<A, B, R>(
  _ a: UnsafePointer<A>, _ aStep: Int, _ b: UnsafePointer<B>, _ bStep: Int,
  into out: UnsafeMutablePointer<R>, _ outStep: Int, count: Int, _ f: (A, B) -> R
) {
  if outStep == 1, aStep == 1, bStep == 1 {
    for i in 0..<count { out[i] = f(a[i], b[i]) }
  } else if outStep == 1, aStep == 1, bStep == 0 {
    let y = b[0]
    for i in 0..<count { out[i] = f(a[i], y) }
  } else if outStep == 1, aStep == 0, bStep == 1 {
    let x = a[0]
    for i in 0..<count { out[i] = f(x, b[i]) }
  } else {
    for i in 0..<count { out[i &* outStep] = f(a[i &* aStep], b[i &* bStep]) }
  }
}

/// Replaces each element of a row by `f` of it and the element of another row.
///
/// One pointer serves for reading and writing, so the compiler need not fear an overlap.
@inlinable @inline(__always)
public func updateRow<A, B>(
  _ a: UnsafeMutablePointer<A>, _ aStep: Int, _ b: UnsafePointer<B>, _ bStep: Int, count: Int,
  _ f: (A, B) -> A
) {
  if aStep == 1, bStep == 1 {
    for i in 0..<count { a[i] = f(a[i], b[i]) }
  } else if aStep == 1, bStep == 0 {
    let y = b[0]
    for i in 0..<count { a[i] = f(a[i], y) }
  } else {
    for i in 0..<count { a[i &* aStep] = f(a[i &* aStep], b[i &* bStep]) }
  }
}
