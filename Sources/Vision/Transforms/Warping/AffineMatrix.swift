@_implementationOnly import Glibc

/// Where each pixel of a turned, moved, scaled or sheared picture comes from:
/// `x' = a x + b y + c`, `y' = d x + e y + f`, with y pointing down.
struct AffineMatrix {
  var a, b, c, d, e, f: Double

  /// The inverse of turning by `angle` degrees (clockwise), scaling, shearing and moving.
  ///
  /// Source: `_get_inverse_affine_matrix` in torchvision/transforms/functional.py, 0.29.
  init(
    center: (x: Double, y: Double), angle: Double, translate: (x: Double, y: Double) = (0, 0),
    scale: Double = 1, shear: (x: Double, y: Double) = (0, 0)
  ) {
    let radians = Double.pi / 180
    let (turn, shearX, shearY) = (angle * radians, shear.x * radians, shear.y * radians)
    let forwardA = cos(turn - shearY) / cos(shearY)
    let forwardB = -cos(turn - shearY) * tan(shearX) / cos(shearY) - sin(turn)
    let forwardC = sin(turn - shearY) / cos(shearY)
    let forwardD = -sin(turn - shearY) * tan(shearX) / cos(shearY) + cos(turn)
    a = forwardD / scale
    b = -forwardB / scale
    d = -forwardC / scale
    e = forwardA / scale
    (c, f) = (0, 0)
    (c, f) = source(-center.x - translate.x, -center.y - translate.y)
    c += center.x
    f += center.y
  }

  /// Turning by `angle` degrees against the clock, as Pillow's `Image.rotate` writes it.
  init(rotationBy angle: Double, center: (x: Double, y: Double)) {
    let turn = -angle * (Double.pi / 180)
    // Python's `round(x, 15)`.
    let (cosine, sine) = (
      (cos(turn) * 1e15).rounded(.toNearestOrEven) / 1e15,
      (sin(turn) * 1e15).rounded(.toNearestOrEven) / 1e15
    )
    (a, b, c, d, e, f) = (cosine, sine, 0, -sine, cosine, 0)
    (c, f) = source(-center.x, -center.y)
    c += center.x
    f += center.y
  }

  /// The place that (x, y) shows.
  func source(_ x: Double, _ y: Double) -> (Double, Double) {
    (a * x + b * y + c, d * x + e * y + f)
  }
}
