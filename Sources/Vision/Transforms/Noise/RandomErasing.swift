import Tensors

@_implementationOnly import Glibc

/// Fills a random rectangle of the picture, in half of the cases.
///
///     Compose([ToTensor(), RandomErasing(p: 0.25)])
///
/// For the same seed the rectangles are torchvision's. Source: Zhong and others, Random Erasing Data
/// Augmentation, 2017.
public struct RandomErasing: Transform {
  /// What a rectangle is filled with.
  public enum Fill: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral
  {
    /// A number for each channel, or one for all.
    case values([Double])
    /// Random numbers of the standard normal distribution.
    case random

    /// One number for all channels.
    public init(floatLiteral value: Double) { self = .values([value]) }
    /// One number for all channels.
    public init(integerLiteral value: Int) { self = .values([Double(value)]) }
    /// A number for each channel.
    public init(arrayLiteral values: Double...) { self = .values(values) }
  }

  /// How often, from 0 to 1.
  public let p: Double
  /// The rectangle's part of the picture's area.
  public let scale: ClosedRange<Double>
  /// The rectangle's height, in widths.
  public let ratio: ClosedRange<Double>
  /// What it is filled with.
  public let value: Fill

  /// Stops the cell unless `p` is a probability, `scale` lies within 0...1 and `ratio` above 0.
  public init(
    p: Double = 0.5, scale: ClosedRange<Double> = 0.02...0.33,
    ratio: ClosedRange<Double> = 0.3...3.3, value: Fill = 0
  ) {
    self.p = checkedProbability(p, "RandomErasing")
    guard scale.lowerBound >= 0, scale.upperBound <= 1, ratio.lowerBound > 0 else {
      misuse(
        "scale is \(scale) and ratio \(ratio)", in: "RandomErasing",
        hint: "scale lies within 0...1, ratio above 0")
    }
    self.scale = scale
    self.ratio = ratio
    self.value = value
  }

  /// Takes floating-point numbers `[channels, height, width]`.
  ///
  /// Where ten rectangles in a row do not fit into the picture, it stays as it is.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    guard picture.ndim == 3, picture.dtype.isFloatingPoint else {
      misuse(
        "the picture must be floating-point [channels, height, width]", in: "RandomErasing",
        [Argument("picture", picture)], hint: "put ToTensor() before it")
    }
    if case .values(let values) = value, ![1, picture.size(0)].contains(values.count) {
      misuse(
        "there are \(values.count) values for \(picture.size(0)) channels", in: "RandomErasing",
        [Argument("picture", picture.shape, at: 0)])
    }
    let result = picture.clone()
    if Double(Draw.unit()) < p, let (part, fill) = rectangle(of: result) { part.copy(from: fill) }
    return result
  }

  /// The part to be filled, which shares memory with `picture`, and what with.
  private func rectangle(of picture: Tensor) -> (Tensor, Tensor)? {
    let (channels, height, width) = (picture.size(0), picture.size(1), picture.size(2))
    let (low, high) = (logf(Float(ratio.lowerBound)), logf(Float(ratio.upperBound)))
    for _ in 0..<10 {
      let area = Double(height * width) * Draw.uniform(scale.lowerBound, scale.upperBound)
      let aspect = Double(expf(Float(Draw.uniform(Double(low), Double(high)))))
      let rows = Int((area * aspect).squareRoot().rounded(.toNearestOrEven))
      let columns = Int((area / aspect).squareRoot().rounded(.toNearestOrEven))
      guard rows < height, columns < width else { continue }
      let fill: Tensor =
        switch value {
        case .random: Tensor.randn([channels, rows, columns])
        case .values(let values): Tensor(scalars: values, shape: [values.count, 1, 1])
        }
      let top = Draw.whole(below: height - rows + 1)
      let left = Draw.whole(below: width - columns + 1)
      let part = picture.narrow(1, start: top, length: rows)
        .narrow(2, start: left, length: columns)
      return (part, fill.to(picture.dtype).expand(part.shape))
    }
    return nil
  }

  /// PyTorch's text.
  public var description: String {
    let value: String =
      switch value {
      case .random: "random"
      case .values(let values):
        values.count == 1
          ? PythonText.number(values[0])
          : "(\(values.map { "\($0)" }.joined(separator: ", ")))"
      }
    return "RandomErasing(p=\(p), scale=\(PythonText.pair(scale)), "
      + "ratio=\(PythonText.pair(ratio)), value=\(value), inplace=False)"
  }
}
