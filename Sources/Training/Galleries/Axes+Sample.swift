internal import Plots
internal import Tensors

extension Axes {
  /// Draws a picture that a network was given.
  ///
  /// Bytes, and numbers from 0 to 1, are drawn as they are. Other numbers, which `Normalize` makes,
  /// are stretched: the least number of the picture becomes black, the greatest white.
  ///
  /// - Parameter sample: `[height, width]`, or `[channels, height, width]` with 1 or 3 channels.
  func drawSample(_ sample: Tensor, in operation: String) {
    var picture = sample.detach()
    if picture.ndim == 3, picture.size(0) == 1 { picture = picture.squeeze(0) }
    let isColoured = picture.ndim == 3 && picture.size(0) == 3
    guard picture.ndim == 2 || isColoured, picture.count > 0 else {
      misuse(
        "this is no picture of one or three channels", in: operation,
        [Argument("picture", sample)],
        hint: "the pictures of the data set must be [1 or 3, height, width]")
    }
    if isColoured { picture = picture.permute(1, 2, 0) }
    if picture.dtype == .uint8 {
      imshow(picture, cmap: .gray, vmin: 0, vmax: 255)
    } else {
      imshow(Self.stretched(picture.to(.float32)), cmap: .gray, vmin: 0, vmax: 1)
    }
  }

  private static func stretched(_ picture: Tensor) -> Tensor {
    let finite = picture.scalars(as: Float.self).filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < 0 || high > 1 else {
      return picture
    }
    return (picture - Double(low)) / Double(max(high - low, .leastNormalMagnitude))
  }
}
