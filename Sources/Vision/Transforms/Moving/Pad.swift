import Tensors

/// Puts a border around the picture.
///
///     Pad(2)(digit).shape   // [32, 32]
public struct Pad: Transform, MovingTransform {
  /// The widths of the border.
  public let padding: Padding
  /// What the border is made of.
  public let paddingMode: PaddingMode
  let fill: Double?

  /// - Parameters:
  ///   - padding: One width, `[left and right, top and bottom]`, or `[left, top, right, bottom]`.
  ///   - fill: Value of a constant border: 0 to 255 for bytes.
  ///   - paddingMode: What the border is made of.
  public init(_ padding: Padding, fill: Double = 0, paddingMode: PaddingMode = .constant) {
    self.padding = padding
    self.fill = fill
    self.paddingMode = paddingMode
  }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor { moved(picture, in: "Pad") }

  var isRandom: Bool { false }

  func map(height: Int, width: Int) -> PixelMap {
    padding.map(height: height, width: width, mode: paddingMode)
  }

  /// PyTorch's text.
  public var description: String {
    "Pad(padding=\(padding), fill=\(PythonText.number(fill ?? 0)), padding_mode=\(paddingMode))"
  }
}
