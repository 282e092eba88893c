/// Planes of numbers that are seen through an affine map, in PyTorch's arithmetic.
///
/// Source: `_gen_affine_grid` and `_apply_grid_transform` in torchvision's
/// transforms/_functional_tensor.py, 0.29, and `grid_sample` with `align_corners=False`.
struct FloatPlanes {
  let count: Int
  let height: Int
  let width: Int
  let values: [Float]

  /// The planes of a given size whose pixels come from where `matrix` says, both counted from the
  /// middle; `fill` elsewhere.
  func warped(
    _ matrix: AffineMatrix, height newHeight: Int, width newWidth: Int,
    _ interpolation: Interpolation, fill: Float
  ) -> [Float] {
    let (halfWidth, halfHeight) = (0.5 * Float(width), 0.5 * Float(height))
    let (a, b, c) = (
      Float(matrix.a) / halfWidth, Float(matrix.b) / halfWidth, Float(matrix.c) / halfWidth
    )
    let (d, e, f) = (
      Float(matrix.d) / halfHeight, Float(matrix.e) / halfHeight, Float(matrix.f) / halfHeight
    )
    var result = [Float](repeating: fill, count: count * newHeight * newWidth)
    let size = newHeight * newWidth
    for row in 0..<newHeight {
      let y = Float(row) + 0.5 - 0.5 * Float(newHeight)
      for column in 0..<newWidth {
        let x = Float(column) + 0.5 - 0.5 * Float(newWidth)
        let sourceX = ((a * x + b * y + c + 1) * Float(width) - 1) / 2
        let sourceY = ((d * x + e * y + f + 1) * Float(height) - 1) / 2
        let target = row * newWidth + column
        if interpolation == .nearest {
          let place = (
            Int(sourceX.rounded(.toNearestOrEven)), Int(sourceY.rounded(.toNearestOrEven))
          )
          guard let source = self.place(place.0, place.1) else { continue }
          for plane in 0..<count {
            result[plane * size + target] = values[plane * height * width + source]
          }
        } else {
          blend(sourceX, sourceY, fill) { result[$0 * size + target] = $1 }
        }
      }
    }
    return result
  }

  private func place(_ x: Int, _ y: Int) -> Int? {
    0..<width ~= x && 0..<height ~= y ? y * width + x : nil
  }

  /// The mean of the four pixels around, of which those outside count as `fill`.
  private func blend(_ x: Float, _ y: Float, _ fill: Float, _ store: (Int, Float) -> Void) {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (right, bottom) = (x - left, y - top)
    let corners = [
      (0, 0, (1 - right) * (1 - bottom)), (1, 0, right * (1 - bottom)),
      (0, 1, (1 - right) * bottom), (1, 1, right * bottom),
    ].compactMap { dx, dy, weight in
      place(Int(left) + dx, Int(top) + dy).map { ($0, weight) }
    }
    let inside = corners.reduce(0) { $0 + $1.1 }
    for plane in 0..<count {
      let sum = corners.reduce(Float(0)) { $0 + values[plane * height * width + $1.0] * $1.1 }
      store(plane, sum * inside + (1 - inside) * fill)
    }
  }
}
