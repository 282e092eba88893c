/// Combines the elements of a row one after the other.
@inlinable @inline(__always)
public func foldRow<T, State>(
  _ x: UnsafePointer<T>, step: Int, count: Int, _ initial: State, _ next: (State, T) -> State
) -> State {
  var state = initial
  for i in 0..<count { state = next(state, x[i &* step]) }
  return state
}

/// The place of the first largest element of a row; not a number counts as larger than all.
@inlinable @inline(__always)
public func indexOfMaximum<T: Comparable>(_ x: UnsafePointer<T>, step: Int, count: Int) -> Int {
  var best = 0
  for i in 1..<max(count, 1) {
    let (value, top) = (x[i &* step], x[best &* step])
    if value > top || value != value && top == top { best = i }
  }
  return best
}

/// The place of the first smallest element of a row; not a number counts as smaller than all.
@inlinable @inline(__always)
public func indexOfMinimum<T: Comparable>(_ x: UnsafePointer<T>, step: Int, count: Int) -> Int {
  var best = 0
  for i in 1..<max(count, 1) {
    let (value, top) = (x[i &* step], x[best &* step])
    if value < top || value != value && top == top { best = i }
  }
  return best
}
