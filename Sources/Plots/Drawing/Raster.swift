/// Pixels with red, green, blue and opacity, not multiplied.
package struct Raster: Equatable {
  package let width: Int
  package let height: Int
  package let pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A part of the picture.
  func cropped(_ columns: Range<Int>, _ rows: Range<Int>) -> Raster {
    if columns == 0..<width && rows == 0..<height { return self }
    let part = rows.flatMap { row in
      pixels[4 * (row * width + columns.lowerBound)..<4 * (row * width + columns.upperBound)]
    }
    return Raster(width: columns.count, height: rows.count, pixels: part)
  }

  /// The picture with its left and right, or its top and bottom, swapped.
  func mirrored(across: Bool, down: Bool) -> Raster {
    if !across && !down { return self }
    var result: [UInt8] = []
    result.reserveCapacity(pixels.count)
    for y in 0..<height {
      let row = (down ? height - 1 - y : y) * width
      for x in 0..<width {
        let from = 4 * (row + (across ? width - 1 - x : x))
        result += pixels[from..<from + 4]
      }
    }
    return Raster(width: width, height: height, pixels: result)
  }
}
