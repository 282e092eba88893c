import Tensors

/// A picture seen through an affine map: what rotations and affine transforms have in common.
struct Warp {
  let interpolation: Interpolation
  let fill: Double
  /// Where the middle of the movement is, in pixels from the upper left corner.
  let center: (x: Double, y: Double)?

  init(_ interpolation: Interpolation, fill: Double, center: [Double]?, in operation: String) {
    guard interpolation != .bicubic else {
      misuse(
        "the interpolation is bicubic", in: operation, hint: "take .nearest or .bilinear")
    }
    guard center.map({ $0.count == 2 }) ?? true else {
      misuse("the center is \(center ?? [])", in: operation, hint: "give [x, y]")
    }
    self.interpolation = interpolation
    self.fill = fill
    self.center = center.map { ($0[0], $0[1]) }
  }

  /// The middle of a picture of bytes, counted from its corner.
  func byteCenter(_ layout: PictureLayout) -> (x: Double, y: Double) {
    center ?? (Double(layout.width) * 0.5, Double(layout.height) * 0.5)
  }

  /// The middle of a picture of numbers, counted from the picture's own middle.
  func floatCenter(_ layout: PictureLayout) -> (x: Double, y: Double) {
    center.map { ($0.x - Double(layout.width) * 0.5, $0.y - Double(layout.height) * 0.5) }
      ?? (0, 0)
  }

  /// The picture of a size that `matrix` shows, counted from the corner for bytes, from the middle
  /// for numbers.
  func apply(
    _ matrix: AffineMatrix, to picture: Tensor, _ layout: PictureLayout,
    size: (height: Int, width: Int)
  ) -> Tensor {
    var shape = picture.shape
    shape[layout.rowAxis] = size.height
    shape[layout.rowAxis + 1] = size.width
    if picture.dtype == .uint8 {
      return Tensor(scalars: bytes(matrix, picture, layout, size), shape: shape)
    }
    let source = FloatPlanes(
      count: layout.planes, height: layout.height, width: layout.width,
      values: picture.scalars(as: Float.self))
    let numbers = source.warped(
      matrix, height: size.height, width: size.width, interpolation, fill: Float(fill))
    return Tensor(scalars: numbers, shape: shape).to(picture.dtype)
  }

  private func bytes(
    _ matrix: AffineMatrix, _ picture: Tensor, _ layout: PictureLayout,
    _ size: (height: Int, width: Int)
  ) -> [UInt8] {
    // Where pixels only move, their colours stay what they are.
    let mixed = interpolation == .nearest ? 1 : layout.pixelCount
    return PremultipliedAlpha.around(picture.scalars(as: UInt8.self), channels: mixed) { pixels in
      let source = BytePicture(
        height: layout.height, width: layout.width, channels: layout.pixelCount, values: pixels)
      return source.warped(
        matrix, height: size.height, width: size.width, interpolation,
        fill: UInt8(max(0, min(255, fill))))
    }
  }
}
