internal import Tensors

/// The colours that stand for numbers from the smallest to the largest: 256 steps.
public struct ColorMap: Sendable, CustomStringConvertible {
  /// The name it has in matplotlib.
  public let description: String

  /// Red, green and blue of each step, one after another.
  let table: [UInt8]

  /// The colours of a position from 0 to 1; numbers outside take the colour of the end.
  func color(_ position: Double) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let step = 3 * Int(max(0, min(255, (position * 256).rounded(.down))))
    return (table[step], table[step + 1], table[step + 2])
  }

  /// The same colours from the largest to the smallest, matplotlib's `_r`.
  public var reversed: ColorMap {
    let steps = (0..<256).reversed().flatMap { table[(3 * $0)..<(3 * $0 + 3)] }
    return ColorMap(description: description + "_r", table: steps)
  }

  /// A colour map through colours at even distances, each red, green, blue from 0 to 1.
  public init(_ name: String, through colors: [Color]) {
    if colors.count < 2 {
      misuse(
        "there are \(colors.count) colours, not two or more", in: "ColorMap",
        hint: "ColorMap(\"mine\", through: [\"white\", \"tomato\"])")
    }
    let ends = Double(colors.count - 1)
    self.init(
      name, red: colors.enumerated().map { (Double($0) / ends, $1.red) },
      green: colors.enumerated().map { (Double($0) / ends, $1.green) },
      blue: colors.enumerated().map { (Double($0) / ends, $1.blue) })
  }

  /// A colour map from the corners of each channel's curve: position and amount.
  init(
    _ name: String, red: [(Double, Double)], green: [(Double, Double)], blue: [(Double, Double)]
  ) {
    description = name
    table = (0..<256).flatMap { step in
      [red, green, blue].map { corners in
        let amount = Self.interpolated(corners, at: Double(step) / 255)
        return UInt8((max(0, min(1, amount)) * 255).rounded())
      }
    }
  }

  /// A colour map from a table of 256 colours, six hexadecimal digits each.
  init(_ name: String, hex: String) {
    description = name
    let digits = hex.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
    table = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private init(description: String, table: [UInt8]) {
    self.description = description
    self.table = table
  }

  private static func interpolated(_ corners: [(Double, Double)], at x: Double) -> Double {
    let upper = corners.firstIndex { $0.0 >= x } ?? corners.count - 1
    if upper == 0 { return corners[0].1 }
    let ((x0, y0), (x1, y1)) = (corners[upper - 1], corners[upper])
    return x1 > x0 ? y0 + (y1 - y0) * min(1, (x - x0) / (x1 - x0)) : y1
  }
}
