import Images
import Tensors

extension Image {
  /// The longest side that a grid may have: browsers show no picture that is larger.
  private static let longestSide = 32_767

  /// A tensor with the axes `[height, width]` or `[height, width, channels]`.
  ///
  /// - Parameter original: What an error message shows.
  static func channelsLast(_ tensor: Tensor, _ original: Tensor) -> Tensor {
    let place = channelPlace(tensor.shape.suffix(3), isFloatingPoint: tensor.dtype.isFloatingPoint)
    switch (tensor.ndim, tensor.count > 0 ? place : .none) {
    case (2, _) where tensor.count > 0: return tensor
    case (3, .last): return tensor
    case (3, .first): return tensor.permute(1, 2, 0)
    case (3, nil) where tensor.count > 0: return grid(tensor.unsqueeze(1), original)
    case (4, .first): return grid(tensor, original)
    case (4, .last): return grid(tensor.permute(0, 3, 1, 2), original)
    default:
      misuse(
        "this is not the shape of a picture", in: "Image", [Argument("tensor", original)],
        hint: "[height, width], with 1 to 4 channels first or last, or a batch of such")
    }
  }

  private enum ChannelPlace { case first, last }

  private static func channelPlace(
    _ sizes: ArraySlice<Int>, isFloatingPoint: Bool
  ) -> ChannelPlace? {
    guard sizes.count == 3, let first = sizes.first, let last = sizes.last else { return nil }
    switch (1...4 ~= first, 1...4 ~= last) {
    case (true, true): return isFloatingPoint ? .first : .last
    case (true, false): return .first
    case (false, true): return .last
    case (false, false): return nil
    }
  }

  /// Rows of eight pictures, channels last.
  private static func grid(_ batch: Tensor, _ original: Tensor) -> Tensor {
    let height = (batch.size(0) + 7) / 8 * (batch.size(2) + 2) + 2
    let width = min(8, batch.size(0)) * (batch.size(3) + 2) + 2
    if max(height, width) > longestSide {
      misuse(
        "a grid of \(batch.size(0)) pictures would be \(width) × \(height) pixels", in: "Image",
        [Argument("tensor", original, at: 0)], hint: "show a part of the batch: x[0..<64]")
    }
    return makeGrid(batch).permute(1, 2, 0)
  }
}
