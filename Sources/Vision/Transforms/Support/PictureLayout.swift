import Tensors

/// How the pixels of a picture lie in a tensor: bytes as files have them, `[height, width]` or
/// `[height, width, channels]`; floating-point numbers as networks take them,
/// `[..., channels, height, width]`.
struct PictureLayout {
  /// The axis of the rows; that of the columns follows.
  let rowAxis: Int
  let height: Int
  let width: Int
  /// Values that lie together for a pixel: 1 where each channel is a plane of its own.
  let pixelCount: Int
  /// Planes that lie one after the other.
  let planes: Int

  /// Stops the cell when `picture` is none.
  init(_ picture: Tensor, in operation: String) {
    let shape = picture.shape
    let isBytes = picture.dtype == .uint8
    guard isBytes ? (2...3).contains(shape.count) : shape.count >= 2,
      isBytes || picture.dtype.isFloatingPoint, picture.count > 0
    else {
      misuse(
        "a picture is uint8 [height, width] or [height, width, channels], or floating-point "
          + "[..., channels, height, width]",
        in: operation, [Argument("picture", picture)])
    }
    rowAxis = isBytes ? 0 : shape.count - 2
    height = shape[rowAxis]
    width = shape[rowAxis + 1]
    pixelCount = isBytes && shape.count == 3 ? shape[2] : 1
    planes = isBytes ? 1 : shape.dropLast(2).reduce(1, *)
  }
}
