/// Copies pictures with rows and columns taken from elsewhere: cropped, flipped or framed.
///
/// - Parameters:
///   - planes: How many pictures, or channels of one, lie one after the other in `source`.
///   - height: Rows of each plane.
///   - width: Pixels in a row.
///   - channels: Values of a pixel that lie together.
///   - rows: The row that each row of the result shows; -1 for none.
///   - columns: The column that each column shows; -1 for none.
///   - fill: The value where there is none.
///   - out: Room for `planes * rows.count * columns.count * channels` values.
@inlinable
public func movePixels<Value>(
  _ source: UnsafePointer<Value>, planes: Int, height: Int, width: Int, channels: Int,
  rows: [Int], columns: [Int], fill: Value, into out: UnsafeMutablePointer<Value>
) {
  var target = out
  for plane in 0..<planes {
    for row in rows {
      let start = source + (plane * height + row) * width * channels
      for column in columns {
        for channel in 0..<channels {
          target[channel] = row < 0 || column < 0 ? fill : start[column * channels + channel]
        }
        target += channels
      }
    }
  }
}
