import Tensors

/// Lays the pictures of a batch out in rows, as one picture to look at.
///
///     let (images, _) = loader.makeIterator().next()!
///     plt.imshow(makeGrid(images, padding: 0).permute(1, 2, 0))
///
/// As in torchvision: grey pictures get three equal channels, and a single picture is returned
/// without a frame.
///
/// - Parameters:
///   - images: `[count, channels, height, width]`; one picture may lack the first axis, a grey one
///     the first two.
///   - nrow: Pictures in a row.
///   - padding: Pixels between and around them.
///   - normalize: Stretches the values to 0...1.
///   - valueRange: What becomes 0 and 1; by default the least and the greatest value.
///   - scaleEach: Stretches each picture by itself.
///   - padValue: The value between the pictures.
/// - Returns: `[channels, height, width]`.
public func makeGrid(
  _ images: Tensor, nrow: Int = 8, padding: Int = 2, normalize: Bool = false,
  valueRange: ClosedRange<Double>? = nil, scaleEach: Bool = false, padValue: Double = 0
) -> Tensor {
  guard (2...4).contains(images.ndim), images.count > 0, nrow > 0, padding >= 0 else {
    misuse(
      "a batch of pictures is laid out in rows of at least one, here \(nrow)", in: "makeGrid",
      [Argument("images", images)], hint: "images must be [count, channels, height, width]")
  }
  return noGrad {
    var batch = images
    while batch.ndim < 4 { batch = batch.unsqueeze(0) }
    if batch.size(1) == 1 { batch = cat([batch, batch, batch], dim: 1) }
    if normalize { batch = stretched(batch, valueRange, each: scaleEach) }
    if batch.size(0) == 1 { return batch.squeeze(0) }
    let (height, width) = (batch.size(2) + padding, batch.size(3) + padding)
    let columns = min(nrow, batch.size(0))
    let rows = (batch.size(0) + columns - 1) / columns
    let grid = Tensor.full(
      [batch.size(1), height * rows + padding, width * columns + padding], padValue,
      dtype: batch.dtype)
    for index in 0..<batch.size(0) {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      grid.narrow(1, start: row * height + padding, length: height - padding)
        .narrow(2, start: column * width + padding, length: width - padding)
        .copy(from: batch[index])
    }
    return grid
  }
}

/// The same for pictures of one size `[channels, height, width]`.
public func makeGrid(
  _ images: [Tensor], nrow: Int = 8, padding: Int = 2, normalize: Bool = false,
  valueRange: ClosedRange<Double>? = nil, scaleEach: Bool = false, padValue: Double = 0
) -> Tensor {
  makeGrid(
    stack(images), nrow: nrow, padding: padding, normalize: normalize, valueRange: valueRange,
    scaleEach: scaleEach, padValue: padValue)
}

/// Values moved from `range`, or from the least and the greatest one, to 0...1.
private func stretched(_ batch: Tensor, _ range: ClosedRange<Double>?, each: Bool) -> Tensor {
  guard batch.dtype.isFloatingPoint else {
    misuse(
      "bytes cannot be stretched to 0...1", in: "makeGrid(normalize: true)",
      [Argument("images", batch)], hint: "convert the pictures with ToTensor() or / 255")
  }
  if each {
    return stack((0..<batch.size(0)).map { stretched(batch[$0], range, each: false) })
  }
  let low = range?.lowerBound ?? batch.min().item()
  let high = range?.upperBound ?? batch.max().item()
  return (batch.clamp(min: low, max: high) - low) / max(high - low, 1e-5)
}
