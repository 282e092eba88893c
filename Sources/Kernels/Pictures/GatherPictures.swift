/// Copies a picture of bytes into planes of numbers, one for each channel, each byte replaced by
/// its entry in a table.
///
/// This is how a picture becomes part of a batch in one pass: whatever a transform does to each
/// pixel alone is what the tables say, so the result is the transform's to the bit.
///
/// - Parameters:
///   - picture: `count` pixels of `channels` bytes each.
///   - tables: 256 numbers for each channel.
///   - out: Room for `channels * count` numbers.
public func gatherPicture(
  _ picture: UnsafePointer<UInt8>, count: Int, channels: Int, tables: UnsafePointer<Float>,
  into out: UnsafeMutablePointer<Float>
) {
  if channels == 1 {
    for pixel in 0..<count { out[pixel] = tables[Int(picture[pixel])] }
    return
  }
  for channel in 0..<channels {
    let (table, plane, source) = (tables + 256 * channel, out + channel * count, picture + channel)
    for pixel in 0..<count { plane[pixel] = table[Int(source[pixel * channels])] }
  }
}

/// The same with rows and columns taken from elsewhere: a picture cropped, flipped or framed.
///
/// - Parameters:
///   - width: Pixels in a row of `picture`.
///   - rows: The row of `picture` that each row of the result shows; -1 for none.
///   - columns: The column that each column shows; -1 for none.
///   - fill: The number of each channel where there is none.
public func gatherPicture(
  _ picture: UnsafePointer<UInt8>, width: Int, channels: Int, rows: [Int], columns: [Int],
  tables: UnsafePointer<Float>, fill: [Float], into out: UnsafeMutablePointer<Float>
) {
  for channel in 0..<channels {
    let (table, blank) = (tables + 256 * channel, fill[channel])
    for (y, row) in rows.enumerated() {
      let target = out + (channel * rows.count + y) * columns.count
      if row < 0 {
        target.update(repeating: blank, count: columns.count)
        continue
      }
      let source = picture + row * width * channels + channel
      columns.withUnsafeBufferPointer { columns in
        for x in columns.indices {
          let column = columns[x]
          target[x] = column < 0 ? blank : table[Int(source[column * channels])]
        }
      }
    }
  }
}
