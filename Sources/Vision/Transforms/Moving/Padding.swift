import Tensors

/// What a picture is continued with beyond its border.
public enum PaddingMode: Sendable {
  /// One value everywhere.
  case constant
  /// The outermost pixel: `aa|abcd|dd`.
  case edge
  /// The picture mirrored at the outermost pixel: `cb|abcd|cb`.
  case reflect
  /// The picture mirrored behind the outermost pixel: `ba|abcd|dc`.
  case symmetric

  /// The place inside `0..<count` that stands at `place`; -1 for none of it.
  func source(of place: Int, _ count: Int) -> Int {
    switch self {
    case _ where 0..<count ~= place: place
    case .constant: -1
    case .edge: max(0, min(count - 1, place))
    case .reflect: FloatRaster.mirror(place, count)
    case .symmetric:
      {
        let phase = (place % (2 * count) + 2 * count) % (2 * count)
        return min(phase, 2 * count - 1 - phase)
      }()
    }
  }
}

/// Widths of the four borders of a picture, in pixels.
public struct Padding: Sendable, Equatable, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, CustomStringConvertible
{
  /// The four widths.
  public let left, top, right, bottom: Int
  private let given: [Int]

  /// The same width on all sides.
  public init(integerLiteral width: Int) { self.init([width]) }

  /// `[all]`, `[left and right, top and bottom]` or `[left, top, right, bottom]`.
  public init(arrayLiteral widths: Int...) { self.init(widths) }

  /// One, two or four widths.
  ///
  /// Stops the cell at any other number of them, and at a negative one.
  public init(_ widths: [Int]) {
    guard [1, 2, 4].contains(widths.count), widths.allSatisfy({ $0 >= 0 }) else {
      misuse(
        "the widths are \(widths)", in: "Padding",
        hint: "give one, [left and right, top and bottom] or [left, top, right, bottom]")
    }
    given = widths
    left = widths[0]
    top = widths.count == 1 ? widths[0] : widths[1]
    right = widths.count == 4 ? widths[2] : left
    bottom = widths.count == 4 ? widths[3] : top
  }

  /// As it was given: `4`, `[4, 2]`.
  public var description: String { given.count == 1 ? "\(given[0])" : "\(given)" }

  func map(height: Int, width: Int, mode: PaddingMode) -> PixelMap {
    PixelMap(
      rows: (-top..<height + bottom).map { mode.source(of: $0, height) },
      columns: (-left..<width + right).map { mode.source(of: $0, width) })
  }
}
