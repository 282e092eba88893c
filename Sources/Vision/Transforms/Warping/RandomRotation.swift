import Tensors

/// Turns the picture by a random angle.
///
///     RandomRotation(10)                       // from -10 to 10 degrees
///     RandomRotation(0...90, expand: true)     // larger, so that nothing is cut off
///
/// Angles are degrees against the clock. For the same seed they are torchvision's, and so are the
/// pictures: bytes as Pillow turns them, numbers as PyTorch does, up to rounding.
public struct RandomRotation: Transform {
  /// The angles that are possible.
  public let degrees: ClosedRange<Double>
  /// Whether the picture grows so that nothing is cut off.
  public let expand: Bool
  private let warp: Warp

  /// - Parameters:
  ///   - degrees: The angles that are possible.
  ///   - interpolation: `.nearest` or `.bilinear`.
  ///   - expand: Makes the picture so large that nothing is cut off.
  ///   - center: The point that stays, `[x, y]` from the upper left corner; by default the middle.
  ///   - fill: What the corners are filled with: 0 to 255 for bytes.
  public init(
    _ degrees: ClosedRange<Double>, interpolation: Interpolation = .nearest, expand: Bool = false,
    center: [Double]? = nil, fill: Double = 0
  ) {
    self.degrees = degrees
    self.expand = expand
    warp = Warp(interpolation, fill: fill, center: center, in: "RandomRotation")
  }

  /// Turns by at most `degrees` to either side.
  public init(
    _ degrees: Double, interpolation: Interpolation = .nearest, expand: Bool = false,
    center: [Double]? = nil, fill: Double = 0
  ) {
    self.init(
      symmetricDegrees(degrees, "RandomRotation"), interpolation: interpolation, expand: expand,
      center: center, fill: fill)
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    let layout = PictureLayout(picture, in: "RandomRotation")
    let angle = Draw.uniform(degrees.lowerBound, degrees.upperBound)
    return picture.dtype == .uint8
      ? turnedBytes(picture, layout, angle) : turnedNumbers(picture, layout, angle)
  }

  private func turnedBytes(_ picture: Tensor, _ layout: PictureLayout, _ angle: Double) -> Tensor {
    var matrix = AffineMatrix(rotationBy: angle, center: warp.byteCenter(layout))
    var size = (height: layout.height, width: layout.width)
    if expand {
      let (width, height) = (Double(layout.width), Double(layout.height))
      let corners = [(0, 0), (width, 0), (width, height), (0, height)].map {
        matrix.source($0.0, $0.1)
      }
      size.width = extent(corners.map(\.0))
      size.height = extent(corners.map(\.1))
      (matrix.c, matrix.f) = matrix.source(
        -(Double(size.width) - width) / 2, -(Double(size.height) - height) / 2)
    }
    return warp.apply(matrix, to: picture, layout, size: size)
  }

  private func turnedNumbers(
    _ picture: Tensor, _ layout: PictureLayout, _ angle: Double
  ) -> Tensor {
    let matrix = AffineMatrix(center: warp.floatCenter(layout), angle: -angle)
    var size = (height: layout.height, width: layout.width)
    if expand {
      let (halfWidth, halfHeight) = (Double(layout.width) / 2, Double(layout.height) / 2)
      let corners = [(-1.0, -1.0), (-1, 1), (1, 1), (1, -1)].map {
        matrix.source($0.0 * halfWidth, $0.1 * halfHeight)
      }
      // Cut to four digits, so that a rounding error does not make a pixel.
      func cut(_ value: Double) -> Double { (value * 1e4).rounded(.towardZero) / 1e4 }
      size.width = extent(corners.map { cut($0.0 + halfWidth) })
      size.height = extent(corners.map { cut($0.1 + halfHeight) })
    }
    return warp.apply(matrix, to: picture, layout, size: size)
  }

  private func extent(_ places: [Double]) -> Int {
    let (low, high) = (places.min() ?? 0, places.max() ?? 0)
    return Int(high.rounded(.up) - low.rounded(.down))
  }

  /// PyTorch's text.
  public var description: String {
    let center =
      warp.center.map {
        ", center=[\(PythonText.number($0.x)), "
          + "\(PythonText.number($0.y))]"
      } ?? ""
    return "RandomRotation(degrees=[\(degrees.lowerBound), \(degrees.upperBound)], "
      + "interpolation=\(warp.interpolation), expand=\(PythonText.bool(expand))\(center), "
      + "fill=\(PythonText.number(warp.fill)))"
  }
}

/// From `-degrees` to `degrees`; stops the cell when `degrees` is negative.
func symmetricDegrees(_ degrees: Double, _ operation: String) -> ClosedRange<Double> {
  guard degrees >= 0 else {
    misuse("the angle is \(degrees)", in: operation, hint: "give a range, as in -30...10")
  }
  return (0 - degrees)...degrees
}
