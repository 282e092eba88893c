import Tensors

/// Changes brightness, contrast, saturation and hue at random, in random order.
///
///     ColorJitter(brightness: 0.4, contrast: 0.4, hue: 0.1)
///     ColorJitter(saturation: .range(0.5...2))
///
/// For the same seed the numbers are torchvision's, and so are the pictures: bytes as Pillow makes
/// them, to the bit, numbers as PyTorch does, up to rounding.
public struct ColorJitter: Transform {
  /// How far something is changed.
  public enum Strength: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// So much to either side of no change; a factor does not go below 0.
    case by(Double)
    /// Factors, or for the hue turns, that are possible.
    case range(ClosedRange<Double>)

    /// So much to either side.
    public init(floatLiteral value: Double) { self = .by(value) }
    /// So much to either side.
    public init(integerLiteral value: Int) { self = .by(Double(value)) }
  }

  /// Factors of brightness; nil when it stays.
  public let brightness: ClosedRange<Double>?
  /// Factors of contrast; nil when it stays.
  public let contrast: ClosedRange<Double>?
  /// Factors of saturation; nil when it stays.
  public let saturation: ClosedRange<Double>?
  /// Turns of the hue; nil when it stays.
  public let hue: ClosedRange<Double>?

  /// Stops the cell at negative factors, and at turns of the hue beyond 0.5.
  public init(
    brightness: Strength = 0, contrast: Strength = 0, saturation: Strength = 0, hue: Strength = 0
  ) {
    self.brightness = Self.factors(brightness, "brightness")
    self.contrast = Self.factors(contrast, "contrast")
    self.saturation = Self.factors(saturation, "saturation")
    self.hue = Self.range(hue, around: 0, within: -0.5...0.5, "hue")
  }

  /// Takes bytes `[height, width(, 3)]` or numbers `[..., 1 or 3, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    let order = Tensor.randperm(4).scalars(as: Int.self)
    let factors = [brightness, contrast, saturation, hue].map { range in
      range.map { Draw.uniform($0.lowerBound, $0.upperBound) }
    }
    var result = Colours(picture, in: "ColorJitter").picture
    for step in order {
      guard let factor = factors[step] else { continue }
      let colours = Colours(result, in: "ColorJitter")
      switch step {
      case 0: result = colours.brightened(factor)
      case 1: result = colours.contrasted(factor)
      case 2: result = colours.saturated(factor)
      default: result = colours.withHueMoved(factor)
      }
    }
    return result
  }

  private static func factors(_ strength: Strength, _ name: String) -> ClosedRange<Double>? {
    range(strength, around: 1, within: 0...(.infinity), name)
  }

  private static func range(
    _ strength: Strength, around middle: Double, within bounds: ClosedRange<Double>, _ name: String
  ) -> ClosedRange<Double>? {
    let range: ClosedRange<Double>
    switch strength {
    case .by(let width):
      guard width >= 0 else {
        misuse("\(name) is \(width)", in: "ColorJitter", hint: "give a number that is not negative")
      }
      let low = middle - width
      range = (middle == 1 ? max(0, low) : low)...middle + width
    case .range(let given): range = given
    }
    guard bounds.lowerBound <= range.lowerBound, range.upperBound <= bounds.upperBound else {
      misuse(
        "\(name) goes from \(range.lowerBound) to \(range.upperBound)", in: "ColorJitter",
        hint: "possible is \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return range == middle...middle ? nil : range
  }

  /// PyTorch's text.
  public var description: String {
    "ColorJitter(brightness=\(PythonText.pair(brightness)), "
      + "contrast=\(PythonText.pair(contrast)), "
      + "saturation=\(PythonText.pair(saturation)), hue=\(PythonText.pair(hue)))"
  }
}
