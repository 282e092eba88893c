/// Pixels whose colours are multiplied by their opacity while values between them are found, so
/// that transparent ones, whose colour nobody sees, do not shine through.
///
/// Source: `rgbA2rgba` and `rgba2rgbA` in Pillow's src/libImaging/Convert.c, which `Image.resize`
/// and `Image.transform` of Pillow 13 use for modes with alpha.
enum PremultipliedAlpha {
  /// What `body` makes of the values; they are multiplied before and divided behind where there are
  /// two or four channels, the last of which is opacity.
  static func around(
    _ values: [UInt8], channels: Int, _ body: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    guard channels == 2 || channels == 4 else { return body(values) }
    let result = body(
      changed(values, channels) { colour, alpha in
        let product = colour * alpha + 128
        return ((product >> 8) + product) >> 8
      })
    return changed(result, channels) { colour, alpha in
      alpha == 0 || alpha == 255 ? colour : min(255, 255 * colour / alpha)
    }
  }

  private static func changed(
    _ values: [UInt8], _ channels: Int, _ colour: (Int, Int) -> Int
  ) -> [UInt8] {
    var result = values
    for start in stride(from: 0, to: values.count, by: channels) {
      let alpha = Int(values[start + channels - 1])
      for place in start..<start + channels - 1 {
        result[place] = UInt8(colour(Int(values[place]), alpha))
      }
    }
    return result
  }
}
