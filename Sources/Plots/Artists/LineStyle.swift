internal import Tensors

/// How a curve is drawn: the stroke, and a marker at each point.
struct LineStyle: Equatable {
  enum Stroke: Equatable { case none, solid, dashed, dashDot, dotted }

  var stroke = Stroke.solid
  var marker: Marker?
  var color: Color?
  /// Width of the stroke in points.
  var width = 1.5
  /// Size of the marker in points.
  var markerSize = 6.0

  /// The style that a format string of matplotlib names, such as `"r--"` or `"o"`.
  ///
  /// A marker without a stroke stands alone.
  init(format: String) {
    var rest = Substring(format)
    var namesStroke = false
    while let first = rest.first {
      if let (stroke, length) = Self.stroke(rest) {
        (self.stroke, namesStroke) = (stroke, true)
        rest = rest.dropFirst(length)
      } else if let marker = Marker(rawValue: first) {
        self.marker = marker
        rest = rest.dropFirst()
      } else if first == "C", let digit = rest.dropFirst().first, digit.isNumber {
        color = Color(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else if "bgrcmykw".contains(first) {
        color = Color(String(first))
        rest = rest.dropFirst()
      } else {
        misuse(
          "\"\(format)\" holds \"\(first)\", which stands for nothing", in: "plt.plot",
          hint:
            "a colour of b g r c m y k w, a marker of o . s D * ^ v < > x +, a line of - -- -. :")
      }
    }
    if marker != nil && !namesStroke { stroke = .none }
  }

  /// Lengths of dashes and gaps in points, after matplotlib: in units of the width.
  var dashes: [Double] {
    let pattern: [Double] =
      switch stroke {
      case .none, .solid: []
      case .dashed: [3.7, 1.6]
      case .dashDot: [6.4, 1.6, 1, 1.6]
      case .dotted: [1, 1.65]
      }
    return pattern.map { $0 * width }
  }

  private static func stroke(_ text: Substring) -> (Stroke, Int)? {
    if text.hasPrefix("--") { return (.dashed, 2) }
    if text.hasPrefix("-.") { return (.dashDot, 2) }
    if text.hasPrefix("-") { return (.solid, 1) }
    if text.hasPrefix(":") { return (.dotted, 1) }
    return nil
  }
}
