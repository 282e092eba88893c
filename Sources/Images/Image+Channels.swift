extension Image {
  /// The picture in red, green and blue: grey becomes three equal channels, alpha is dropped.
  public var rgb: Image {
    if channels == 3 { return self }
    var colours: [UInt8] = []
    colours.reserveCapacity(width * height * 3)
    for start in stride(from: 0, to: pixels.count, by: channels) {
      for channel in 0..<3 { colours.append(pixels[start + (channels == 4 ? channel : 0)]) }
    }
    return Image(width: width, height: height, channels: 3, pixels: colours)
  }
}
