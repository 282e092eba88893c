@_implementationOnly import Glibc

/// A picture of bytes that is seen through an affine map, in Pillow's arithmetic.
///
/// Source: src/libImaging/Geometry.c of Pillow 13 (`affine_fixed`, `ImagingScaleAffine`,
/// `bilinear_filter8`).
struct BytePicture {
  let height: Int
  let width: Int
  let channels: Int
  let values: [UInt8]

  /// The picture of a given size whose pixels come from where `matrix` says; `fill` elsewhere.
  func warped(
    _ matrix: AffineMatrix, height newHeight: Int, width newWidth: Int,
    _ interpolation: Interpolation, fill: UInt8
  ) -> [UInt8] {
    var result = [UInt8](repeating: fill, count: newHeight * newWidth * channels)
    if interpolation == .nearest {
      forEachSource(matrix, newHeight, newWidth) { target, x, y in
        guard 0..<width ~= x, 0..<height ~= y else { return }
        let source = (y * width + x) * channels
        for channel in 0..<channels {
          result[target * channels + channel] = values[source + channel]
        }
      }
      return result
    }
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let (sourceX, sourceY) = matrix.source(Double(x) + 0.5, Double(y) + 0.5)
        guard sourceX >= 0, sourceX < Double(width), sourceY >= 0, sourceY < Double(height)
        else { continue }
        for channel in 0..<channels {
          result[(y * newWidth + x) * channels + channel] = blended(sourceX, sourceY, channel)
        }
      }
    }
    return result
  }

  /// Tells for each pixel of the result, by its number, the column and row it shows.
  private func forEachSource(
    _ matrix: AffineMatrix, _ newHeight: Int, _ newWidth: Int, _ body: (Int, Int, Int) -> Void
  ) {
    if matrix.b == 0 && matrix.d == 0 {
      // Summed up in this order, so that roundings agree.
      var columns: [Int] = []
      var x = matrix.c + matrix.a * 0.5
      for _ in 0..<newWidth {
        columns.append(x < 0 ? -1 : Int(x))
        x += matrix.a
      }
      var y = matrix.f + matrix.e * 0.5
      for row in 0..<newHeight {
        for column in 0..<newWidth {
          body(row * newWidth + column, columns[column], y < 0 ? -1 : Int(y))
        }
        y += matrix.e
      }
      return
    }
    func fixed(_ value: Double) -> Int { Int((value * 65536 + 0.5).rounded(.down)) }
    let step = (fixed(matrix.a), fixed(matrix.d))
    var start = (
      fixed(matrix.c + matrix.a * 0.5 + matrix.b * 0.5),
      fixed(matrix.f + matrix.d * 0.5 + matrix.e * 0.5)
    )
    for row in 0..<newHeight {
      var place = start
      for column in 0..<newWidth {
        body(row * newWidth + column, place.0 >> 16, place.1 >> 16)
        place = (place.0 + step.0, place.1 + step.1)
      }
      start = (start.0 + fixed(matrix.b), start.1 + fixed(matrix.e))
    }
  }

  private func blended(_ sourceX: Double, _ sourceY: Double, _ channel: Int) -> UInt8 {
    let (left, top) = ((sourceX - 0.5).rounded(.down), (sourceY - 0.5).rounded(.down))
    let (dx, dy) = (sourceX - 0.5 - left, sourceY - 0.5 - top)
    func value(_ x: Int, _ y: Int) -> Double {
      let (x, y) = (max(0, min(width - 1, x)), max(0, min(height - 1, y)))
      return Double(values[(y * width + x) * channels + channel])
    }
    func row(_ y: Int) -> Double {
      let (first, second) = (value(Int(left), y), value(Int(left) + 1, y))
      return first + (second - first) * dx
    }
    let (upper, lower) = (row(Int(top)), row(Int(top) + 1))
    return UInt8(upper + (lower - upper) * dy)
  }
}
