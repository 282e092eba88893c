public import Images
import Tensors

extension Image16 {
  /// The picture of 16 bits that a tensor holds.
  ///
  ///     try Image16((depth * 65535).round().to(.int32)).writePNG("depth.png")
  ///
  /// - Parameter tensor: Whole numbers from 0 to 65535, `[height, width]` or
  ///   `[height, width, 1...4]`.
  ///
  /// Stops the cell at any other shape, type or number.
  public init(_ tensor: Tensor) {
    let shape = tensor.shape
    let channels = shape.count == 3 ? shape[2] : 1
    guard (2...3).contains(shape.count), tensor.count > 0, (1...4).contains(channels),
      !tensor.dtype.isFloatingPoint
    else {
      misuse(
        "a picture is whole numbers [height, width(, channels)], not \(tensor.dtype)",
        in: "Image16", [Argument("tensor", tensor)], hint: "convert it with .to(.int32)")
    }
    let values = tensor.scalars(as: Int.self)
    guard let least = values.min(), let most = values.max(), least >= 0, most <= 65535 else {
      misuse("not every number is from 0 to 65535", in: "Image16", [Argument("tensor", tensor)])
    }
    self.init(
      width: shape[1], height: shape[0], channels: channels, pixels: values.map(UInt16.init))
  }
}
