import Tensors
import Testing

@testable import Vision

/// Grids with the numbers of torchvision 0.29.2.
///
///     g = torch.arange(20, dtype=torch.float32).view(5, 1, 2, 2)
///     make_grid(g, nrow=2, padding=1, pad_value=-1)
struct MakeGridTests {
  let batch = Tensor.arange(20, dtype: .float32).view(5, 1, 2, 2)

  /// Five pictures in rows of two, framed; the sixth place is empty.
  @Test func framesPictures() {
    let grid = makeGrid(batch, nrow: 2, padding: 1, padValue: -1)
    #expect(grid.shape == [3, 10, 7])
    #expect(
      grid[1].scalars(as: Int.self) == [
        -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, -1, 4, 5, -1, -1, 2, 3, -1, 6, 7, -1, -1, -1, -1, -1,
        -1, -1, -1, -1, 8, 9, -1, 12, 13, -1, -1, 10, 11, -1, 14, 15, -1, -1, -1, -1, -1, -1, -1,
        -1, -1, 16, 17, -1, -1, -1, -1, -1, 18, 19, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
      ])
  }

  /// Values stretched over the batch, for each picture, and between given limits.
  @Test func stretchesValues() {
    let whole = makeGrid(batch, padding: 0, normalize: true)
    #expect(whole.shape == [3, 2, 10])
    #expect(
      whole[2].scalars.prefix(4) == [
        0, 0.05263157933950424, 0.21052631735801697, 0.2631579041481018,
      ])
    let each = makeGrid(batch, nrow: 3, padding: 0, normalize: true, scaleEach: true)
    #expect(each.shape == [3, 4, 6])
    #expect(each[2].scalars.prefix(3) == [0, 0.3333333432674408, 0])
    let limited = makeGrid(batch, nrow: 3, padding: 0, normalize: true, valueRange: 2...12)
    #expect(
      limited[2].scalars.prefix(6) == [
        0, 0, 0.20000000298023224, 0.30000001192092896, 0.6000000238418579, 0.699999988079071,
      ])
  }

  /// One picture is returned without a frame, grey as three channels; a list works too.
  @Test func returnsOnePictureAsItIs() {
    #expect(makeGrid(batch[0]).shape == [3, 2, 2])
    #expect(makeGrid(batch[0, 0]).shape == [3, 2, 2])
    #expect(makeGrid([batch[0], batch[1]], padding: 0).shape == [3, 2, 4])
    #expect(makeGrid(Tensor.zeros(4, 3, 2, 2), nrow: 2).shape == [3, 10, 10])
  }
}
