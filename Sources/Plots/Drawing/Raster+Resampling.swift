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

  /// Each new row is mixed of old rows first, which are shorter where the picture grows, and then
  /// stretched, so that nothing larger than a row lies between the old picture and the new one.
  func smoothed(width: Int, height: Int) -> Raster {
    let source = weighted
    let isOpaque = !stride(from: 3, to: pixels.count, by: 4).contains { pixels[$0] < 255 }
    let columns = ResamplingWeights(from: self.width, to: width)
    let rows = ResamplingWeights(from: self.height, to: height)
    var result: [UInt8] = []
    result.reserveCapacity(4 * width * height)
    var row = [SIMD4<Float>](repeating: .zero, count: self.width)
    for y in 0..<height {
      Self.mix(&row, of: source, rows, at: y)
      Self.stretch(row, columns, isOpaque: isOpaque, into: &result)
    }
    return Raster(width: width, height: height, pixels: result)
  }

  /// The weighted sum of some rows.
  private static func mix(
    _ row: inout [SIMD4<Float>], of source: [SIMD4<Float>], _ rows: ResamplingWeights, at y: Int
  ) {
    let width = row.count
    for x in 0..<width { row[x] = .zero }
    for tap in 0..<rows.count {
      let weight = rows.weights[y * rows.count + tap]
      let start = (rows.first[y] + tap) * width
      for x in 0..<width { row[x] += weight * source[start + x] }
    }
  }

  /// The weighted sums of neighbours in a row, as bytes.
  private static func stretch(
    _ row: [SIMD4<Float>], _ columns: ResamplingWeights, isOpaque: Bool, into result: inout [UInt8]
  ) {
    let count = columns.count
    for (x, first) in columns.first.enumerated() {
      var sum = SIMD4<Float>.zero
      for tap in 0..<count { sum += columns.weights[x * count + tap] * row[first + tap] }
      if !isOpaque { sum = unweighted(sum) }
      for channel in 0..<4 { result.append(byte(sum[channel])) }
    }
  }

  /// A colour rounded to a byte; no sum of weights is below zero.
  private static func byte(_ value: Float) -> UInt8 {
    UInt8(truncatingIfNeeded: Int32(min(255, value + 0.5)))
  }

  /// The pixels with their colours weighted by their opacity, or a transparent pixel's would show.
  private var weighted: [SIMD4<Float>] {
    stride(from: 0, to: pixels.count, by: 4).map { at in
      let opacity = Float(pixels[at + 3])
      let color = SIMD4(
        Float(pixels[at]), Float(pixels[at + 1]), Float(pixels[at + 2]), opacity)
      if opacity == 255 { return color }
      let part = opacity / 255
      return color * SIMD4(part, part, part, 1)
    }
  }

  private static func unweighted(_ color: SIMD4<Float>) -> SIMD4<Float> {
    let scale = color[3] > 0 ? 255 / color[3] : 1
    return color * SIMD4(scale, scale, scale, 1)
  }
}

/// The old pixels that each new one of a line is made of, and their weights, which add up to one.
private struct ResamplingWeights {
  /// How many old pixels go into each new one; some may weigh nothing.
  let count: Int
  /// The first of them for each new one.
  let first: [Int]
  /// Their weights, new pixel after new pixel.
  let weights: [Float]

  init(from source: Int, to target: Int) {
    let scale = Double(source) / Double(target)
    let radius = max(1, scale)
    let count = min(source, Int((2 * radius).rounded(.down)) + 1)
    var (starts, all): ([Int], [Float]) = ([], [])
    for place in 0..<target {
      let middle = (Double(place) + 0.5) * scale - 0.5
      let first = max(0, min(source - count, Int((middle - radius).rounded(.up))))
      let weights = (first..<first + count).map { pixel -> Double in
        let distance = abs(Double(pixel) - middle) / radius
        return distance < 1 ? 0.5 + 0.5 * cos(.pi * distance) : 0
      }
      let sum = weights.reduce(0, +)
      starts.append(first)
      all += weights.map { Float($0 / sum) }
    }
    (self.count, self.first, self.weights) = (count, starts, all)
  }
}
