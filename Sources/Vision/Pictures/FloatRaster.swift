/// A picture as numbers: row after row, pixel after pixel, channel after channel.
struct FloatRaster {
  let height: Int
  let width: Int
  let channels: Int
  let values: [Float]

  /// The sums of the values around each place times the kernel's numbers.
  func correlated(with kernel: [Float], rows: Int, columns: Int) -> [Float] {
    let padded = reflected(
      top: rows / 2, bottom: rows - 1 - rows / 2, left: columns / 2,
      right: columns - 1 - columns / 2)
    let rowCount = width * channels
    var sums = [Float](repeating: 0, count: height * rowCount)
    for y in 0..<height {
      for (index, factor) in kernel.enumerated() where factor != 0 {
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        let start = (y + row) * padded.width * channels + column * channels
        for x in 0..<rowCount { sums[y * rowCount + x] += factor * padded.values[start + x] }
      }
    }
    return sums
  }

  /// The picture with a border in which it is mirrored: `cb|abcd|cb`.
  private func reflected(top: Int, bottom: Int, left: Int, right: Int) -> FloatRaster {
    let columns = (-left..<width + right).map { Self.mirror($0, width) }
    let rows = (-top..<height + bottom).map { Self.mirror($0, height) }
    var values: [Float] = []
    values.reserveCapacity(rows.count * columns.count * channels)
    for row in rows {
      for column in columns {
        let start = (row * width + column) * channels
        values += self.values[start..<start + channels]
      }
    }
    return FloatRaster(
      height: rows.count, width: columns.count, channels: channels, values: values)
  }

  /// The place inside `0..<count` that a mirror at both ends shows at `place`.
  static func mirror(_ place: Int, _ count: Int) -> Int {
    guard count > 1 else { return 0 }
    let period = 2 * (count - 1)
    let phase = ((place % period) + period) % period
    return min(phase, period - phase)
  }
}
