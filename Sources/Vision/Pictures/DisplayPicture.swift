public import Display
public import Images
import Tensors

/// Shows a tensor as a picture, whatever its text would be.
///
///     display(picture: images[0], scale: 8)   // 28 pixels drawn as 224
///     display(picture: images)                // a grid of the batch
///
/// A tensor that `display` gets without the word `picture:` is shown as text, like PyTorch's.
///
/// - Parameters:
///   - picture: Bytes `[height, width(, channels)]`, or numbers from 0 to 1 `[height, width]`,
///     `[channels, height, width]` or `[count, channels, height, width]`.
///   - scale: How many times as wide and as high each pixel is drawn, with hard edges.
///   - id: An id by which another cell can update what is shown.
@discardableResult
public func display(picture: Tensor, scale: Int = 1, id: String? = nil) -> DisplayHandle {
  display(Image(picture).enlarged(scale), id: id)
}

/// Shows rows of grey values from 0 to 1 as a picture: `display(picture: [[0, 1], [1, 0]])`.
@discardableResult
public func display(picture: [[Double]], scale: Int = 1, id: String? = nil) -> DisplayHandle {
  display(Image(picture).enlarged(scale), id: id)
}
