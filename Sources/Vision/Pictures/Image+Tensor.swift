public import Images
import Tensors

extension Image {
  /// The picture that a tensor holds.
  ///
  ///     let (image, _) = train[0]
  ///     Image(image)              // as a cell's last line: the picture
  ///     try Image(image).writePNG("digit.png")
  ///
  /// - Parameter tensor: `[height, width]`, or with 1 to 4 channels first, `[channels, height,
  ///   width]`, or last, `[height, width, channels]`. Where both could be meant, channels stand
  ///   first in floating-point numbers and last in whole ones, as networks and files have them. One
  ///   more axis in front, or three axes without channels, is a batch, which becomes a grid of rows
  ///   of eight.
  ///
  /// Numbers with a fraction go from 0, black, to 1, and whole numbers from 0 to 255; what is
  /// outside is cut off, and NaN becomes black. Truth values are black and white.
  ///
  /// Stops the cell at any other shape.
  public init(_ tensor: Tensor) {
    let picture = Self.channelsLast(tensor.detach().to(.cpu), tensor)
    self.init(
      width: picture.size(1), height: picture.size(0),
      channels: picture.ndim == 3 ? picture.size(2) : 1, pixels: Self.bytes(picture))
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

  /// Nested arrays as a picture, like a tensor of the same numbers: `[[[UInt8]]]`, `[[Float]]`.
  ///
  /// Stops the cell when arrays of one depth have not the same length.
  @_disfavoredOverload
  public init(_ numbers: some TensorLiteral) { self.init(Tensor(numbers)) }

  /// Numbers as bytes, rounded as torchvision's `save_image` does it.
  private static func bytes(_ picture: Tensor) -> [UInt8] {
    switch picture.dtype {
    case .uint8: picture.scalars(as: UInt8.self)
    case .bool: picture.scalars(as: Bool.self).map { $0 ? 255 : 0 }
    case .int32, .int64: picture.scalars(as: Int.self).map { UInt8(max(0, min(255, $0))) }
    case .float32, .float64:
      picture.to(.float32).scalars(as: Float.self).map {
        $0.isNaN ? 0 : UInt8(max(0, min(255, $0 * 255 + 0.5)))
      }
    }
  }
}
