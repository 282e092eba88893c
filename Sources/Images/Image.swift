/// A picture in memory: rows of pixels, 8 bits a channel.
///
///     var image = Image(width: 2, height: 1, channels: 3)
///     image[0, 0] = [255, 0, 0]
///     print(image, image.pixels)   // Image(2 × 1, RGB) [255, 0, 0, 0, 0, 0]
public struct Image: Sendable, Equatable, CustomStringConvertible {
  /// Pixels of a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Values of a pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not premultiplied).
  public let channels: Int
  /// The values: row after row from the top, pixel after pixel, channel after channel.
  public var pixels: [UInt8] {
    didSet { checkCount() }
  }

  /// Creates a picture from its pixels, `height * width * channels` values.
  ///
  /// Stops the program when a size is below 1, when there are more than four channels, or when
  /// the number of values is another one.
  public init(width: Int, height: Int, channels: Int, pixels: [UInt8]) {
    guard width > 0, height > 0, (1...4).contains(channels) else {
      fatalError("Image: no picture is \(width) × \(height) with \(channels) channels.")
    }
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
    checkCount()
  }

  /// Creates a black picture, transparent where it has alpha.
  public init(width: Int, height: Int, channels: Int) {
    let count = max(0, width) * max(0, height) * max(0, channels)
    let pixels = [UInt8](repeating: 0, count: count)
    self.init(width: width, height: height, channels: channels, pixels: pixels)
  }

  /// The channels of the pixel in column `x` of row `y`, counted from the upper left corner.
  public subscript(x: Int, y: Int) -> [UInt8] {
    get { Array(pixels[place(x, y)]) }
    set {
      guard newValue.count == channels else {
        fatalError("Image: a pixel has \(channels) channels here, not \(newValue.count).")
      }
      pixels.replaceSubrange(place(x, y), with: newValue)
    }
  }

  /// The size and the kind of pixels.
  public var description: String {
    "Image(\(width) × \(height), \(["grey", "grey+alpha", "RGB", "RGBA"][channels - 1]))"
  }

  private func place(_ x: Int, _ y: Int) -> Range<Int> {
    guard 0..<width ~= x, 0..<height ~= y else {
      fatalError("Image: no pixel [\(x), \(y)] in a picture of \(width) × \(height).")
    }
    let start = (y * width + x) * channels
    return start..<start + channels
  }

  private func checkCount() {
    if pixels.count != width * height * channels {
      fatalError(
        "Image: \(width) × \(height) pixels with \(channels) channels are "
          + "\(width * height * channels) values, not \(pixels.count).")
    }
  }
}
