public import Display
public import Images
import Tensors

/// Shows a tensor as a picture, whatever its text would be.
///
///     display(picture: images[0], scale: 8)          // 28 pixels drawn as 224
///     display(picture: images, normalize: true)      // a grid of a standardised batch
///     display(picture: train.data[0..<16])           // bytes [16, 28, 28]: a grid as well
///
/// A tensor that `display` gets without the word `picture:` is shown as text, like PyTorch's.
///
/// - Parameters:
///   - picture: A picture or a batch, whose axes and numbers are read as `Image(_:)` says: `[height,
///     width]`, with channels first or last, or one axis more.
///   - scale: How many times as wide and as high each pixel is drawn, with hard edges.
///   - normalize: Stretches the numbers, so that the least becomes black and the greatest white.
///   - id: An id by which another cell can update what is shown.
@discardableResult
public func display(
  picture: Tensor, scale: Int = 1, normalize: Bool = false, id: String? = nil
) -> DisplayHandle {
  var picture = picture
  if normalize, picture.count > 0 {
    picture = picture.detach().to(.float32)
    let (low, high) = (picture.min().item(), picture.max().item())
    picture = (picture - low) / max(high - low, 1e-5)
  }
  return display(Image(picture).enlarged(scale), id: id)
}

/// Shows rows of grey values from 0 to 1 as a picture: `display(picture: [[0, 1], [1, 0]])`.
@discardableResult
public func display(
  picture: [[Double]], scale: Int = 1, normalize: Bool = false, id: String? = nil
) -> DisplayHandle {
  display(picture: Tensor(picture), scale: scale, normalize: normalize, id: id)
}

/// Shows nested arrays as a picture, like a tensor of the same numbers: `[[Float]]` from 0 to 1,
/// `[[UInt8]]` or `[[[Int]]]` from 0 to 255.
@_disfavoredOverload
@discardableResult
public func display(
  picture: some TensorLiteral, scale: Int = 1, normalize: Bool = false, id: String? = nil
) -> DisplayHandle {
  display(picture: Tensor(picture), scale: scale, normalize: normalize, id: id)
}
