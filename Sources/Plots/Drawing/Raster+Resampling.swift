@_implementationOnly import Glibc

extension Raster {
  /// The picture in another size, by the rule that matplotlib's default follows.
  ///
  /// Left as it is, doubled, or enlarged more than three times, each pixel stays a sharp
  /// rectangle; otherwise neighbours are weighted with a raised cosine (Hann's window),
  /// as wide as the pixels of the smaller picture, which keeps fine patterns from flickering.
  package func resampled(width: Int, height: Int) -> Raster {
    if Self.staysSharp(self.width, width) && Self.staysSharp(self.height, height) {
      return nearest(width: width, height: height)
    }
    return smoothed(width: width, height: height)
  }

  private static func staysSharp(_ source: Int, _ target: Int) -> Bool {
    target > 3 * source || target == source || target == 2 * source
  }

  func nearest(width: Int, height: Int) -> Raster {
    let columns = Self.sources(count: width, from: self.width)
    let rows = Self.sources(count: height, from: self.height)
    let result = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { target, count in
      for (y, row) in rows.enumerated() {
        let start = 4 * width * y
        if y > 0 && rows[y - 1] == row {
          // The row above shows the same pixels.
          for place in start..<start + 4 * width { target[place] = target[place - 4 * width] }
        } else {
          for (x, column) in columns.enumerated() {
            let from = 4 * (row * self.width + column)
            for channel in 0..<4 { target[start + 4 * x + channel] = pixels[from + channel] }
          }
        }
      }
      count = target.count
    }
    return Raster(width: width, height: height, pixels: result)
  }

  /// The pixel under the middle of each new one; the left one on an edge.
  private static func sources(count: Int, from source: Int) -> [Int] {
    (0..<count).map { place in
      let middle = (Double(place) + 0.5) * Double(source) / Double(count)
      return max(0, Int(middle.rounded(.up)) - 1)
    }
  }

  func smoothed(width: Int, height: Int) -> Raster {
    // Colours are weighted by their opacity, or a transparent pixel's colour would show.
    var values = pixels.map(Float.init)
    for pixel in stride(from: 0, to: values.count, by: 4) where pixels[pixel + 3] < 255 {
      let opacity = values[pixel + 3] / 255
      for channel in 0..<3 { values[pixel + channel] *= opacity }
    }
    let across = Self.filtered(
      values, lines: self.height, from: self.width, to: width, step: 4, line: 4 * self.width,
      targetStep: 4, targetLine: 4 * width)
    let down = Self.filtered(
      across, lines: width, from: self.height, to: height, step: 4 * width, line: 4,
      targetStep: 4 * width, targetLine: 4)
    var result = [UInt8](repeating: 0, count: down.count)
    for pixel in stride(from: 0, to: down.count, by: 4) {
      let opacity = down[pixel + 3]
      let scale = opacity > 0 && opacity < 255 ? 255 / opacity : 1
      for channel in 0..<3 { result[pixel + channel] = Self.byte(down[pixel + channel] * scale) }
      result[pixel + 3] = Self.byte(opacity)
    }
    return Raster(width: width, height: height, pixels: result)
  }

  private static func byte(_ value: Float) -> UInt8 { UInt8(max(0, min(255, value.rounded()))) }

  /// One pass of the filter, along rows or along columns as the steps tell.
  private static func filtered(
    _ values: [Float], lines: Int, from source: Int, to target: Int, step: Int, line: Int,
    targetStep: Int, targetLine: Int
  ) -> [Float] {
    let taps = (0..<target).map { weights(at: $0, from: source, to: target) }
    var result = [Float](repeating: 0, count: lines * target * 4)
    for row in 0..<lines {
      for (place, (first, weights)) in taps.enumerated() {
        var sums = SIMD4<Float>.zero
        for (offset, weight) in weights.enumerated() {
          let at = row * line + (first + offset) * step
          sums += weight * SIMD4(values[at], values[at + 1], values[at + 2], values[at + 3])
        }
        let at = row * targetLine + place * targetStep
        for channel in 0..<4 { result[at + channel] = sums[channel] }
      }
    }
    return result
  }

  /// The weights of the old pixels in a new one, which add up to one.
  private static func weights(at place: Int, from source: Int, to target: Int) -> (Int, [Float]) {
    let scale = Double(source) / Double(target)
    let radius = max(1, scale)
    let middle = (Double(place) + 0.5) * scale - 0.5
    let first = max(0, Int((middle - radius).rounded(.up)))
    let last = min(source - 1, Int((middle + radius).rounded(.down)))
    let weights = (first...last).map {
      Float(0.5 + 0.5 * cos(.pi * (Double($0) - middle) / radius))
    }
    let sum = weights.reduce(0, +)
    return (first, weights.map { $0 / sum })
  }
}
