import Tensors

/// Cuts a piece of a given size out of the picture, each time somewhere else.
///
///     RandomCrop([32, 32], padding: 4)   // what CIFAR-10 is usually trained with
///
/// For the same seed the pieces are torchvision's.
public struct RandomCrop: Transform, MovingTransform {
  /// Height and width of the piece.
  public let size: [Int]
  /// What is put around the picture first.
  public let padding: Padding?
  /// Whether a picture that is too small gets a border on both sides.
  public let padIfNeeded: Bool
  /// What the border is made of.
  public let paddingMode: PaddingMode
  let fill: Double?

  /// - Parameters:
  ///   - size: `[height, width]`, or one number for both.
  ///   - padding: Border added before: one width, `[left and right, top and bottom]`, or
  ///     `[left, top, right, bottom]`.
  ///   - padIfNeeded: Adds what a picture lacks on each side.
  ///   - fill: Value of a constant border: 0 to 255 for bytes.
  ///   - paddingMode: What the border is made of.
  public init(
    _ size: [Int], padding: Padding? = nil, padIfNeeded: Bool = false, fill: Double = 0,
    paddingMode: PaddingMode = .constant
  ) {
    self.size = checkedSize(size, "RandomCrop")
    self.padding = padding
    self.padIfNeeded = padIfNeeded
    self.fill = paddingMode == .constant && (padding != nil || padIfNeeded) ? fill : nil
    self.paddingMode = paddingMode
  }

  /// Cuts a square.
  public init(
    _ size: Int, padding: Padding? = nil, padIfNeeded: Bool = false, fill: Double = 0,
    paddingMode: PaddingMode = .constant
  ) {
    self.init(
      [size, size], padding: padding, padIfNeeded: padIfNeeded, fill: fill,
      paddingMode: paddingMode)
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  ///
  /// Stops the cell when the picture with its border is smaller than the piece.
  public func callAsFunction(_ picture: Tensor) -> Tensor { moved(picture, in: "RandomCrop") }

  var isRandom: Bool { true }

  func map(height: Int, width: Int) -> PixelMap {
    var map = PixelMap(height: height, width: width)
    func pad(_ padding: Padding) {
      map = padding.map(height: map.rows.count, width: map.columns.count, mode: paddingMode)
        .after(map)
    }
    if let padding { pad(padding) }
    if padIfNeeded, map.columns.count < size[1] { pad([size[1] - map.columns.count, 0]) }
    if padIfNeeded, map.rows.count < size[0] { pad([0, size[0] - map.rows.count]) }
    let (spareRows, spareColumns) = (map.rows.count - size[0], map.columns.count - size[1])
    guard spareRows >= 0, spareColumns >= 0 else {
      misuse(
        "no piece of \(size) can be cut from a picture of [\(map.rows.count), "
          + "\(map.columns.count)]",
        in: "RandomCrop", hint: "add a border with padding: or padIfNeeded: true")
    }
    // torchvision draws nothing when there is no choice.
    if spareRows == 0 && spareColumns == 0 { return map }
    let (top, left) = (Draw.whole(below: spareRows + 1), Draw.whole(below: spareColumns + 1))
    return PixelMap(
      rows: Array(map.rows[top..<top + size[0]]),
      columns: Array(map.columns[left..<left + size[1]]))
  }

  /// PyTorch's text.
  public var description: String {
    "RandomCrop(size=(\(size[0]), \(size[1])), padding=\(padding.map { "\($0)" } ?? "None"))"
  }
}

/// Stops the cell unless `size` is a height and a width; one number stands for both.
func checkedSize(_ size: [Int], _ operation: String) -> [Int] {
  guard (1...2).contains(size.count), size.allSatisfy({ $0 > 0 }) else {
    misuse("the size is \(size)", in: operation, hint: "give [height, width] of at least 1")
  }
  return [size[0], size[size.count - 1]]
}
