import Tensors

/// Turns, moves, scales and shears the picture at random.
///
///     RandomAffine(15, translate: [0.1, 0.1], scale: 0.9...1.1, shear: -5...5)
///
/// For the same seed the numbers are torchvision's, and so are the pictures: bytes as Pillow makes
/// them, numbers as PyTorch does, up to rounding. Angles are degrees; positive ones turn with the
/// clock (`RandomRotation` turns against it, as in torchvision).
public struct RandomAffine: Transform {
  /// The angles that are possible.
  public let degrees: ClosedRange<Double>
  /// The farthest move, `[x, y]`, in parts of width and height.
  public let translate: [Double]?
  /// The factors that are possible.
  public let scale: ClosedRange<Double>?
  /// The shears along x and along y that are possible, in degrees.
  public let shear: (x: ClosedRange<Double>, y: ClosedRange<Double>?)?
  private let warp: Warp

  /// - Parameters:
  ///   - degrees: The angles that are possible; 0...0 for none.
  ///   - translate: The farthest move, `[x, y]`, each from 0 to 1 in parts of the picture.
  ///   - scale: The factors that are possible, above 0.
  ///   - shear: Degrees along x that are possible.
  ///   - shearY: Degrees along y that are possible.
  ///   - interpolation: `.nearest` or `.bilinear`.
  ///   - fill: What is beyond the picture: 0 to 255 for bytes.
  ///   - center: The point that stays, `[x, y]` from the upper left corner; by default the middle.
  public init(
    _ degrees: ClosedRange<Double>, translate: [Double]? = nil, scale: ClosedRange<Double>? = nil,
    shear: ClosedRange<Double>? = nil, shearY: ClosedRange<Double>? = nil,
    interpolation: Interpolation = .nearest, fill: Double = 0, center: [Double]? = nil
  ) {
    let isMove = translate.map { $0.count == 2 && $0.allSatisfy { (0...1).contains($0) } } ?? true
    guard isMove, scale.map({ $0.lowerBound > 0 }) ?? true else {
      misuse(
        "translate is \(translate ?? []) and scale \(scale ?? 1...1)", in: "RandomAffine",
        hint: "moves are [x, y] from 0 to 1 in parts of the picture, factors are above 0")
    }
    self.degrees = degrees
    self.translate = translate
    self.scale = scale
    self.shear = shear.map { ($0, shearY) } ?? shearY.map { (0...0, $0) }
    warp = Warp(interpolation, fill: fill, center: center, in: "RandomAffine")
  }

  /// Turns by at most `degrees` to either side.
  public init(
    _ degrees: Double, translate: [Double]? = nil, scale: ClosedRange<Double>? = nil,
    shear: ClosedRange<Double>? = nil, shearY: ClosedRange<Double>? = nil,
    interpolation: Interpolation = .nearest, fill: Double = 0, center: [Double]? = nil
  ) {
    self.init(
      symmetricDegrees(degrees, "RandomAffine"), translate: translate, scale: scale, shear: shear,
      shearY: shearY, interpolation: interpolation, fill: fill, center: center)
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    let layout = PictureLayout(picture, in: "RandomAffine")
    let angle = Self.draw(degrees)
    var move = (x: 0.0, y: 0.0)
    if let translate {
      let (x, y) = (translate[0] * Double(layout.width), translate[1] * Double(layout.height))
      move.x = Draw.uniform(-x, x).rounded(.toNearestOrEven)
      move.y = Draw.uniform(-y, y).rounded(.toNearestOrEven)
    }
    let factor = scale.map(Self.draw) ?? 1
    let slant = (x: shear.map { Self.draw($0.x) } ?? 0, y: shear?.y.map(Self.draw) ?? 0)
    let isBytes = picture.dtype == .uint8
    let matrix = AffineMatrix(
      center: isBytes ? warp.byteCenter(layout) : warp.floatCenter(layout), angle: angle,
      translate: move, scale: factor, shear: slant)
    return warp.apply(
      matrix, to: picture, layout, size: (height: layout.height, width: layout.width))
  }

  private static func draw(_ range: ClosedRange<Double>) -> Double {
    Draw.uniform(range.lowerBound, range.upperBound)
  }

  /// PyTorch's text.
  public var description: String {
    var text = "RandomAffine(degrees=[\(degrees.lowerBound), \(degrees.upperBound)]"
    if let translate { text += ", translate=(\(translate[0]), \(translate[1]))" }
    if let scale { text += ", scale=\(PythonText.pair(scale))" }
    if let shear {
      let bounds = [shear.x, shear.y].compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
      text += ", shear=\(bounds)"
    }
    if warp.interpolation != .nearest { text += ", interpolation=\(warp.interpolation)" }
    if warp.fill != 0 { text += ", fill=\(PythonText.number(warp.fill))" }
    if let center = warp.center {
      text += ", center=[\(PythonText.number(center.x)), \(PythonText.number(center.y))]"
    }
    return text + ")"
  }
}
