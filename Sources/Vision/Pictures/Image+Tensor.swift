public import Images
import Tensors

extension Image {
  /// The picture that a tensor holds.
  ///
  ///     let (image, _) = train[0]
  ///     Image(image)              // as a cell's last line: the picture
  ///     try Image(image).writePNG("digit.png")
  ///
  /// - Parameter tensor: Bytes `[height, width]` or `[height, width, 1...4]`; or numbers from 0 to 1,
  ///   `[height, width]`, `[1...4, height, width]`, or a batch `[count, channels, height, width]`,
  ///   which becomes a grid. What is outside 0...1 is cut off; NaN becomes black.
  ///
  /// Stops the cell at any other shape.
  public init(_ tensor: Tensor) {
    var picture = tensor.detach()
    if picture.dtype != .uint8 {
      if picture.ndim == 4 { picture = makeGrid(picture) }
      picture = Self.bytes(picture)
    }
    let shape = picture.shape
    let channels = shape.count == 3 ? shape[2] : 1
    guard (2...3).contains(shape.count), picture.count > 0, (1...4).contains(channels) else {
      misuse(
        "a picture is bytes [height, width(, channels)] or numbers [(channels, )height, width]",
        in: "Image", [Argument("tensor", tensor)],
        hint: "take one picture out of a batch, or makeGrid(x)")
    }
    self.init(
      width: shape[1], height: shape[0], channels: channels,
      pixels: picture.scalars(as: UInt8.self))
  }

  /// Rows of grey values from 0 to 1 as a picture: `Image([[0, 0.5], [1, 0.5]])`.
  ///
  /// Stops the cell when the rows have not the same length.
  public init(_ rows: [[Double]]) {
    guard let width = rows.first?.count, width > 0, rows.allSatisfy({ $0.count == width }) else {
      misuse(
        "the rows have \(rows.map(\.count)) numbers", in: "Image",
        hint: "a picture is rows of the same length")
    }
    self.init(Tensor(scalars: Array(rows.joined()), shape: [rows.count, width], dtype: .float32))
  }

  /// Numbers from 0 to 1 as bytes with the channels last, rounded as torchvision's `save_image`
  /// does it.
  private static func bytes(_ picture: Tensor) -> Tensor {
    let values = picture.to(.float32).scalars(as: Float.self).map {
      $0.isNaN ? 0 : UInt8(max(0, min(255, $0 * 255 + 0.5)))
    }
    let bytes = Tensor(scalars: values, shape: picture.shape)
    return bytes.ndim == 3 ? bytes.permute(1, 2, 0).contiguous() : bytes
  }
}
