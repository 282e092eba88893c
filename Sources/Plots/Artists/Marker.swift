internal import Tensors

/// The sign at each point of a curve or of a scatter plot, by matplotlib's letter.
///
///     plt.scatter([1, 2, 3], [3, 1, 2], marker: "^")
public enum Marker: Character, Sendable, CaseIterable {
  /// A disc, and a smaller one.
  case circle = "o", point = "."
  /// Shapes with corners.
  case square = "s", diamond = "D", star = "*"
  /// A triangle that points there.
  case triangleUp = "^", triangleDown = "v", triangleLeft = "<", triangleRight = ">"
  /// Two strokes.
  case cross = "x", plus = "+"

  /// The corners around the middle, for a marker one unit in radius; nil for discs and strokes.
  var corners: [(Double, Double)]? {
    switch self {
    case .square: [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    case .diamond: [(0, -1.41), (1.41, 0), (0, 1.41), (-1.41, 0)]
    case .triangleUp: [(0, -1), (1, 1), (-1, 1)]
    case .triangleDown: [(0, 1), (1, -1), (-1, -1)]
    case .triangleLeft: [(-1, 0), (1, -1), (1, 1)]
    case .triangleRight: [(1, 0), (-1, -1), (-1, 1)]
    case .star: Self.starCorners
    case .circle, .point, .cross, .plus: nil
    }
  }

  /// The ends of the strokes of a marker that has no area.
  var strokes: [((Double, Double), (Double, Double))] {
    switch self {
    case .cross: [((-1, -1), (1, 1)), ((-1, 1), (1, -1))]
    case .plus: [((-1, 0), (1, 0)), ((0, -1), (0, 1))]
    default: []
    }
  }

  /// Five points on a circle, and five between them where the sides of a pentagram cross.
  private static let starCorners: [(Double, Double)] = [
    (0, -1), (0.2245, -0.3090), (0.9511, -0.3090), (0.3633, 0.1180), (0.5878, 0.8090),
    (0, 0.3820), (-0.5878, 0.8090), (-0.3633, 0.1180), (-0.9511, -0.3090), (-0.2245, -0.3090),
  ]
}

extension Marker: ExpressibleByStringLiteral {
  /// The marker of a letter; stops the cell when the letter stands for none.
  public init(stringLiteral letter: String) {
    guard letter.count == 1, let marker = letter.first.flatMap(Marker.init(rawValue:)) else {
      misuse(
        "\"\(letter)\" is no marker", in: "Marker",
        hint: "write one of \(Marker.allCases.map { "\($0.rawValue)" }.joined(separator: " "))")
    }
    self = marker
  }
}
