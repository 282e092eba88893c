import Tensors

/// How values between pixels are found.
public enum Interpolation: String, Sendable, CustomStringConvertible {
  /// The pixel that is nearest.
  case nearest
  /// A weighted mean of the pixels around, by distance.
  case bilinear
  /// A smooth curve through more pixels around, which may go a little beyond their values.
  case bicubic

  /// torchvision's word.
  public var description: String { rawValue }

  /// How far the filter reaches, in pixels of the larger picture.
  var reach: Int { self == .bicubic ? 2 : 1 }

  /// The weight of a pixel at a distance: a triangle, or Keys' cubic with a = -1/2.
  func weight<Number: BinaryFloatingPoint>(_ distance: Number) -> Number {
    let x = abs(distance)
    if self == .bilinear { return x < 1 ? 1 - x : 0 }
    let a: Number = -0.5
    if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0
  }
}
