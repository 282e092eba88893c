import Tensors

/// Makes a picture larger or smaller.
///
///     Resize([64, 64])(photo).shape          // [64, 64, 3]
///     Resize(256)(photo).shape               // [257, 256, 3]: the smaller side becomes 256
///     Resize(256, maxSize: 300)(photo)
///
/// Bytes go through Pillow's arithmetic, as in torchvision's data sets; floating-point numbers come
/// out as PyTorch's `interpolate(antialias=True)` makes them, up to rounding. Smaller pictures are
/// always antialiased. The last of two or four channels of bytes is opacity, by which colours count.
public struct Resize: Transform {
  /// Height and width, or one number for the smaller side.
  public let size: [Int]
  /// How values between pixels are found.
  public let interpolation: Interpolation
  /// What the larger side must not exceed where `size` is one number.
  public let maxSize: Int?

  /// - Parameters:
  ///   - size: `[height, width]`, or `[smaller side]`, which keeps the proportions.
  ///   - interpolation: How values between pixels are found.
  ///   - maxSize: With one size, a limit for the larger side, which wins.
  public init(_ size: [Int], interpolation: Interpolation = .bilinear, maxSize: Int? = nil) {
    _ = checkedSize(size, "Resize")
    if let maxSize, size.count != 1 || maxSize <= size[0] {
      misuse(
        "maxSize is \(maxSize) and the size \(size)", in: "Resize",
        hint: "maxSize goes with one size, the smaller side's, and is larger")
    }
    self.size = size
    self.interpolation = interpolation
    self.maxSize = maxSize
  }

  /// Makes the smaller side so long.
  public init(_ size: Int, interpolation: Interpolation = .bilinear, maxSize: Int? = nil) {
    self.init([size], interpolation: interpolation, maxSize: maxSize)
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    let layout = PictureLayout(picture, in: "Resize")
    let (height, width) = outputSize(layout.height, layout.width)
    if height == layout.height, width == layout.width { return picture.clone() }
    if interpolation == .nearest {
      let isBytes = picture.dtype == .uint8
      let map = PixelMap(
        rows: Self.nearest(layout.height, height, isBytes),
        columns: Self.nearest(layout.width, width, isBytes))
      return layout.moved(picture, by: map, fill: 0)
    }
    var shape = picture.shape
    shape[layout.rowAxis] = height
    shape[layout.rowAxis + 1] = width
    return picture.dtype == .uint8
      ? Tensor(scalars: bytes(picture, layout, height, width), shape: shape)
      : Tensor(scalars: numbers(picture, layout, height, width), shape: shape).to(picture.dtype)
  }

  private func outputSize(_ height: Int, _ width: Int) -> (Int, Int) {
    if size.count == 2 { return (size[0], size[1]) }
    let (short, long) = (min(height, width), max(height, width))
    var (newShort, newLong) = (size[0], Int(Double(size[0] * long) / Double(short)))
    if let maxSize, newLong > maxSize {
      newShort = max(1, Int(Double(maxSize * newShort) / Double(newLong)))
      newLong = maxSize
    }
    return width <= height ? (newLong, newShort) : (newShort, newLong)
  }

  private func bytes(
    _ picture: Tensor, _ layout: PictureLayout, _ height: Int, _ width: Int
  ) -> [UInt8] {
    let channels = layout.pixelCount
    let pixels = picture.scalars(as: UInt8.self)
    return PremultipliedAlpha.around(pixels, channels: channels) { pixels in
      var values = pixels
      func alongRows(_ rows: Int) {
        if width == layout.width { return }
        values = Resampling.resample(
          values, outer: rows, inner: channels,
          ResamplingWeights(from: layout.width, to: width, interpolation))
      }
      func alongColumns(_ columns: Int) {
        if height == layout.height { return }
        values = Resampling.resample(
          values, outer: 1, inner: columns * channels,
          ResamplingWeights(from: layout.height, to: height, interpolation))
      }
      // Each way rounds to bytes, so the order shows. This is Pillow 13.0's, found by comparing
      // its results with both orders for 3,720 sizes, which left no exception.
      if height < layout.height && layout.height - height > 2 * (layout.width - width) {
        alongColumns(layout.width)
        alongRows(height)
      } else {
        alongRows(layout.height)
        alongColumns(width)
      }
      return values
    }
  }

  private func numbers(
    _ picture: Tensor, _ layout: PictureLayout, _ height: Int, _ width: Int
  ) -> [Float] {
    let wide = Resampling.resample(
      picture.scalars(as: Float.self), outer: layout.planes * layout.height, inner: 1,
      ResamplingWeights(from: layout.width, to: width, interpolation))
    return Resampling.resample(
      wide, outer: layout.planes, inner: width,
      ResamplingWeights(from: layout.height, to: height, interpolation))
  }

  /// Pillow takes the pixel under the middle of the new one, PyTorch the one under its edge.
  private static func nearest(_ count: Int, _ wanted: Int, _ isBytes: Bool) -> [Int] {
    if isBytes {
      let scale = Double(count) / Double(wanted)
      // Summed up as Pillow does, so that roundings agree.
      var middle = scale / 2
      return (0..<wanted).map { _ in
        defer { middle += scale }
        return min(count - 1, Int(middle))
      }
    }
    let scale = Float(count) / Float(wanted)
    return (0..<wanted).map { min(count - 1, Int(Float($0) * scale)) }
  }

  /// PyTorch's text.
  public var description: String {
    let size = size.count == 1 ? "\(size[0])" : "\(size)"
    return "Resize(size=\(size), interpolation=\(interpolation), "
      + "max_size=\(maxSize.map { "\($0)" } ?? "None"), antialias=True)"
  }
}
