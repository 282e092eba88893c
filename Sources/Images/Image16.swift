/// A picture of 16 bits a channel, such as a depth map or a scan of medicine.
///
///     let depth = try readImage16("depth.png")    // Image16(640 × 480, grey)
///     let metres = Tensor(depth).to(.float32) / 1000
///     depth                                       // as a cell's last line: the picture
public struct Image16: Sendable, Equatable, CustomStringConvertible {
  /// Pixels of a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Values of a pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not premultiplied).
  public let channels: Int
  /// The values: row after row from the top, pixel after pixel, channel after channel.
  public let pixels: [UInt16]

  /// Creates a picture from its pixels, `height * width * channels` values.
  ///
  /// Stops the program when a size is below 1, when there are more than four channels, or when
  /// the number of values is another one.
  public init(width: Int, height: Int, channels: Int, pixels: [UInt16]) {
    guard width > 0, height > 0, (1...4).contains(channels) else {
      fatalError("Image16: no picture is \(width) × \(height) with \(channels) channels.")
    }
    guard pixels.count == width * height * channels else {
      fatalError(
        "Image16: \(width) × \(height) pixels with \(channels) channels are "
          + "\(width * height * channels) values, not \(pixels.count).")
    }
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }

  /// The picture with 8 bits a channel, rounded: 65535 becomes 255.
  public var image: Image {
    Image(
      width: width, height: height, channels: channels,
      pixels: pixels.map { UInt8((UInt32($0) * 255 + 32767) / 65535) })
  }

  /// The size and the kind of pixels.
  public var description: String { "Image16" + image.description.dropFirst("Image".count) }
}
