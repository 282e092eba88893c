/// Runs `body` over `0..<count`, cut into ranges of `grain` indices (the last may be shorter).
///
/// The cuts depend on `count` and `grain` alone, never on the number of threads, so a reduction
/// that combines its ranges in order gives the same result on every machine.
///
/// A cell that shall stop does so at the end, with the ranges that are left undone.
///
///     parallelFor(count: 5, grain: 2) { print($0) }  // 0..<2, 2..<4, 4..<5, in any order
public func parallelFor(count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
  if count <= grain {
    if count > 0 { body(0..<count) }
    return Interruption.shared.stopIfAsked()
  }
  ThreadPool.shared.run(chunks: (count + grain - 1) / grain) { chunk in
    body(chunk * grain..<min(count, (chunk + 1) * grain))
  }
}
