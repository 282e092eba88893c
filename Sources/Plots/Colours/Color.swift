internal import Tensors

/// A colour of lines and text: red, green, blue and opacity from 0 to 1.
///
/// A string literal names one: `"red"`, `"C1"` (the second of the current style's cycle),
/// `"tab:orange"`, `"k"`, `"0.5"` (grey) or `"#ff7f0e"`.
public struct Color: Sendable, Equatable {
  /// The amount of red.
  public var red: Double
  /// The amount of green.
  public var green: Double
  /// The amount of blue.
  public var blue: Double
  /// 1 covers what is below, 0 cannot be seen.
  public var opacity: Double

  /// A colour from its parts, each from 0 to 1.
  public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// The colour that matplotlib gives this name, or `nil` for a name it does not have either.
  ///
  /// The names of CSS are those that plots are drawn with, not all of its 148.
  public init?(_ name: String) {
    let name = name.lowercased()
    if let grey = Double(name), (0...1).contains(grey) {
      self.init(red: grey, green: grey, blue: grey)
    } else if name.first == "c", let place = Int(name.dropFirst()), place >= 0 {
      self = PlotStyle.current.cycled(place)
    } else if let hex = Self.names[name] ?? (name.first == "#" ? String(name.dropFirst()) : nil) {
      self.init(hex: hex)
    } else {
      return nil
    }
  }

  /// The same colour, of which so much covers what is below.
  func faded(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, opacity: opacity * alpha)
  }

  static let black = Color(red: 0, green: 0, blue: 0)
  static let white = Color(red: 1, green: 1, blue: 1)

  private init?(hex: String) {
    guard let value = UInt32(hex, radix: 16), hex.count == 6 else { return nil }
    self.init(
      red: Double(value >> 16) / 255, green: Double(value >> 8 & 255) / 255,
      blue: Double(value & 255) / 255)
  }

  private static let names = [
    // The letters of matplotlib's format strings.
    "b": "0000ff", "g": "008000", "r": "ff0000", "c": "00bfbf", "m": "bf00bf", "y": "bfbf00",
    "k": "000000", "w": "ffffff",
    "tab:blue": "1f77b4", "tab:orange": "ff7f0e", "tab:green": "2ca02c", "tab:red": "d62728",
    "tab:purple": "9467bd", "tab:brown": "8c564b", "tab:pink": "e377c2", "tab:gray": "7f7f7f",
    "tab:grey": "7f7f7f", "tab:olive": "bcbd22", "tab:cyan": "17becf",
    // CSS.
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff",
    "yellow": "ffff00", "cyan": "00ffff", "magenta": "ff00ff", "orange": "ffa500",
    "purple": "800080", "brown": "a52a2a", "pink": "ffc0cb", "gray": "808080", "grey": "808080",
    "lightgray": "d3d3d3", "darkgray": "a9a9a9", "olive": "808000", "navy": "000080",
    "teal": "008080", "lime": "00ff00", "gold": "ffd700", "crimson": "dc143c", "tomato": "ff6347",
    "coral": "ff7f50", "salmon": "fa8072", "skyblue": "87ceeb", "steelblue": "4682b4",
    "royalblue": "4169e1", "violet": "ee82ee", "indigo": "4b0082", "turquoise": "40e0d0",
    "forestgreen": "228b22", "darkorange": "ff8c00", "firebrick": "b22222",
  ]
}

extension Color: ExpressibleByStringLiteral {
  /// The colour of a name; stops the cell when there is no such colour.
  public init(stringLiteral name: String) {
    guard let color = Color(name) else {
      misuse(
        "\"\(name)\" is no colour", in: "Color",
        hint: "write a name such as \"red\", or \"#ff0000\"")
    }
    self = color
  }
}
