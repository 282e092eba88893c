import Tensors

/// Turns left and right round, in half of the cases.
///
///     Compose([RandomHorizontalFlip(), ToTensor()])
///
/// For the same seed the same pictures are turned as in torchvision.
public struct RandomHorizontalFlip: Transform, MovingTransform {
  /// How often, from 0 to 1.
  public let p: Double

  /// Stops the cell unless `p` is a probability.
  public init(p: Double = 0.5) {
    self.p = checkedProbability(p, "RandomHorizontalFlip")
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    moved(picture, in: "RandomHorizontalFlip")
  }

  var isRandom: Bool { true }

  func map(height: Int, width: Int) -> PixelMap {
    var map = PixelMap(height: height, width: width)
    if Double(Draw.unit()) < p { map.columns.reverse() }
    return map
  }

  /// PyTorch's text.
  public var description: String { "RandomHorizontalFlip(p=\(p))" }
}

/// Turns the picture upside down, in half of the cases.
///
///     RandomVerticalFlip(p: 1)(picture)   // the last row first
///
/// For the same seed the same pictures are turned as in torchvision.
public struct RandomVerticalFlip: Transform, MovingTransform {
  /// How often, from 0 to 1.
  public let p: Double

  /// Stops the cell unless `p` is a probability.
  public init(p: Double = 0.5) {
    self.p = checkedProbability(p, "RandomVerticalFlip")
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    moved(picture, in: "RandomVerticalFlip")
  }

  var isRandom: Bool { true }

  func map(height: Int, width: Int) -> PixelMap {
    var map = PixelMap(height: height, width: width)
    if Double(Draw.unit()) < p { map.rows.reverse() }
    return map
  }

  /// PyTorch's text.
  public var description: String { "RandomVerticalFlip(p=\(p))" }
}

/// Stops the cell unless `p` is from 0 to 1.
func checkedProbability(_ p: Double, _ operation: String) -> Double {
  guard (0...1).contains(p) else {
    misuse("p is \(p)", in: operation, hint: "a probability is from 0 to 1")
  }
  return p
}
