internal import Images

/// What `imshow` draws: numbers that take their colours from a map, or colours.
struct Picture {
  enum Content {
    /// Row after row; NaN is transparent.
    case numbers([Double])
    /// Row after row, red, green, blue and opacity.
    case colours([UInt8])
  }

  let width: Int
  let height: Int
  let content: Content

  init(width: Int, height: Int, content: Content) {
    self.width = width
    self.height = height
    self.content = content
  }

  init(_ image: Image) {
    let pixels = image.pixels
    let content: Content
    switch image.channels {
    case 1:
      content = .numbers(pixels.map(Double.init))
    case 2:
      content = .colours(
        stride(from: 0, to: pixels.count, by: 2).flatMap {
          [pixels[$0], pixels[$0], pixels[$0], pixels[$0 + 1]]
        })
    default:
      content = .colours(Self.opaque(pixels, channels: image.channels))
    }
    self.init(width: image.width, height: image.height, content: content)
  }

  /// Colours from values of 0 to 1, rounded to 255ths; what is outside is clipped.
  static func bytes(_ values: [Float]) -> [UInt8] {
    values.map { UInt8((max(0, min(1, $0.isNaN ? 0 : $0)) * 255).rounded()) }
  }

  /// RGB as RGBA without transparency; RGBA as it is.
  static func opaque(_ pixels: [UInt8], channels: Int) -> [UInt8] {
    if channels == 4 { return pixels }
    return [UInt8](unsafeUninitializedCapacity: pixels.count / 3 * 4) { buffer, count in
      for pixel in 0..<pixels.count / 3 {
        for channel in 0..<3 { buffer[4 * pixel + channel] = pixels[3 * pixel + channel] }
        buffer[4 * pixel + 3] = 255
      }
      count = buffer.count
    }
  }
}
