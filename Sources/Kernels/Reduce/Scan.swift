/// Stores what an element of a row and all those before it make together, for each in turn.
@inlinable @inline(__always)
public func scanRow<T, State, R>(
  _ x: UnsafePointer<T>, step: Int, into out: UnsafeMutablePointer<R>, _ outStep: Int, count: Int,
  _ initial: State, _ next: (State, T) -> State, _ finish: (State) -> R
) {
  var state = initial
  for i in 0..<count {
    state = next(state, x[i &* step])
    out[i &* outStep] = finish(state)
  }
}
