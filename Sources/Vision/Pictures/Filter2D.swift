import Tensors

/// What the numbers of a filtered picture are.
public enum FilterDepth: Sendable {
  /// The picture's own type. Bytes are rounded (halves to the even number) and saturate: what falls
  /// below 0 becomes 0, what exceeds 255 becomes 255. (OpenCV: `ddepth=-1`.)
  case same
  /// Floating-point numbers, which keep the sign and the full size. (OpenCV: `cv2.CV_32F`.)
  case float32
}

/// Slides a kernel over a picture: at each place, the sum of the values around it times the
/// kernel's numbers, for each channel by itself.
///
///     let sobel = Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
///     let edges = filter2D(samplePhoto(), sobel)
///     print(edges.shape)  // [222, 221, 3]
///
/// As in `cv2.filter2D`, whose numbers these are, the kernel is not flipped (a correlation, like
/// `Conv2d`), its middle lies on the pixel, and beyond the border the picture is reflected without
/// repeating the outermost pixels.
///
/// - Parameters:
///   - picture: `uint8` or `float32`, `[height, width]` or `[height, width, channels]`.
///   - kernel: `[rows, columns]`, any type.
///   - depth: What the numbers of the result are.
public func filter2D(_ picture: Tensor, _ kernel: Tensor, depth: FilterDepth = .same) -> Tensor {
  guard (2...3).contains(picture.ndim), picture.count > 0 else {
    misuse(
      "a picture has the axes height and width, or height, width and channels", in: "filter2D",
      [Argument("picture", picture)])
  }
  guard picture.dtype == .uint8 || picture.dtype == .float32 else {
    misuse(
      "the picture's elements are \(picture.dtype)", in: "filter2D",
      hint: "convert them with .to(.uint8) or .to(.float32)")
  }
  guard kernel.ndim == 2, kernel.count > 0 else {
    misuse("the kernel must be [rows, columns]", in: "filter2D", [Argument("kernel", kernel)])
  }
  let raster = FloatRaster(
    height: picture.size(0), width: picture.size(1),
    channels: picture.ndim == 3 ? picture.size(2) : 1, values: picture.scalars(as: Float.self))
  let sums = raster.correlated(
    with: kernel.scalars(as: Float.self), rows: kernel.size(0), columns: kernel.size(1))
  if depth == .float32 || picture.dtype == .float32 {
    return Tensor(scalars: sums, shape: picture.shape)
  }
  // In this order a NaN, which an infinite kernel can make, becomes 255.
  let bytes = sums.map { UInt8(max(0, min(255, $0.rounded(.toNearestOrEven)))) }
  return Tensor(scalars: bytes, shape: picture.shape)
}
