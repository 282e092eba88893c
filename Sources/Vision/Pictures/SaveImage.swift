import Images
import Tensors

/// Writes a tensor of numbers from 0 to 1 to a PNG file, a batch as a grid.
///
///     try saveImage(images, "batch.png", nrow: 8)
///
/// The bytes are those that `torchvision.utils.save_image` stores: each number times 255, rounded,
/// and what is outside cut off. The parameters are those of `makeGrid`.
///
/// - Throws: `ImageError` when the file cannot be written.
public func saveImage(
  _ images: Tensor, _ path: String, nrow: Int = 8, padding: Int = 2, normalize: Bool = false,
  valueRange: ClosedRange<Double>? = nil, scaleEach: Bool = false, padValue: Double = 0
) throws {
  let grid = makeGrid(
    images, nrow: nrow, padding: padding, normalize: normalize, valueRange: valueRange,
    scaleEach: scaleEach, padValue: padValue)
  try Image(grid).writePNG(path)
}

/// Writes a picture to a PNG file: bytes `[height, width(, channels)]` as they are, or numbers from
/// 0 to 1 `[(channels, )height, width]`.
///
///     try writePNG(samplePhoto(), "photo.png")
///
/// - Throws: `ImageError` when the file cannot be written.
public func writePNG(_ picture: Tensor, _ path: String) throws {
  try Image(picture).writePNG(path)
}
