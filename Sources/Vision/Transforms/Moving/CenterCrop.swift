import Tensors

/// Cuts a piece of a given size out of the middle of the picture.
///
///     CenterCrop(224)(photo).shape   // [224, 224, 3]
///
/// Where the picture is smaller, it gets a border of 0 on both sides.
public struct CenterCrop: Transform, MovingTransform {
  /// Height and width of the piece.
  public let size: [Int]

  /// Cuts `[height, width]`.
  public init(_ size: [Int]) { self.size = checkedSize(size, "CenterCrop") }

  /// Cuts a square.
  public init(_ size: Int) { self.init([size, size]) }

  /// Takes bytes `[height, width(, channels)]` or numbers `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor { moved(picture, in: "CenterCrop") }

  var isRandom: Bool { false }

  var fill: Double? { 0 }

  func map(height: Int, width: Int) -> PixelMap {
    PixelMap(
      rows: Self.places(count: height, wanted: size[0]),
      columns: Self.places(count: width, wanted: size[1]))
  }

  private static func places(count: Int, wanted: Int) -> [Int] {
    // Python rounds halves to the even number; a border's odd pixel stands at the end.
    let start =
      wanted > count
      ? -((wanted - count) / 2) : Int((Double(count - wanted) / 2).rounded(.toNearestOrEven))
    return (start..<start + wanted).map { PaddingMode.constant.source(of: $0, count) }
  }

  /// PyTorch's text.
  public var description: String { "CenterCrop(size=(\(size[0]), \(size[1])))" }
}
