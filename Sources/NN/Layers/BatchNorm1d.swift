/// Batch normalisation of vectors `[N, C]` or sequences `[N, C, L]`.
public final class BatchNorm1d: BatchNorm {
  override class var inputAxes: (counts: ClosedRange<Int>, names: String) {
    (2...3, "[N, C] or [N, C, L]")
  }
}
