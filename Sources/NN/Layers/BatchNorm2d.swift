/// Batch normalisation of images `[N, C, H, W]`.
///
///     print(BatchNorm2d(32))
///     // BatchNorm2d(32, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
public final class BatchNorm2d: BatchNorm {
  override class var inputAxes: (counts: ClosedRange<Int>, names: String) {
    (4...4, "a batch of images [N, C, H, W]")
  }
}
