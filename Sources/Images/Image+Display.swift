public import Display

extension Image: Displayable {
  /// The picture as a PNG, in its own size; the text where a picture cannot be shown.
  ///
  /// A cell that ends in an image, and `display(image)`, show it.
  public var mimeBundle: MIMEBundle {
    // Writing a PNG into memory fails only when there is none left, and then the text remains.
    guard let file = try? pngData() else { return .text(description) }
    return MIMEBundle.png(file).merging(.text(description))
  }

  /// The picture with each pixel drawn `factor` times as wide and as high, with hard edges.
  ///
  ///     display(digit.enlarged(8))   // 28 pixels become 224
  ///
  /// Stops the program when the factor is below 1.
  public func enlarged(_ factor: Int) -> Image {
    guard factor >= 1 else { fatalError("Image: a picture cannot be enlarged \(factor) times.") }
    var enlarged: [UInt8] = []
    enlarged.reserveCapacity(pixels.count * factor * factor)
    for y in 0..<height {
      var row: [UInt8] = []
      for x in 0..<width {
        let start = (y * width + x) * channels
        for _ in 0..<factor { row += pixels[start..<start + channels] }
      }
      for _ in 0..<factor { enlarged += row }
    }
    return Image(
      width: width * factor, height: height * factor, channels: channels, pixels: enlarged)
  }
}

extension Image16: Displayable {
  /// The picture with 8 bits a channel as a PNG; the text where a picture cannot be shown.
  public var mimeBundle: MIMEBundle {
    guard let file = try? image.pngData() else { return .text(description) }
    return MIMEBundle.png(file).merging(.text(description))
  }
}
