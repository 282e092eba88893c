/// The text of a value as a cell's result shows it: readable, bounded, without names that the
/// engine made up.
package func textForm(of value: Any) -> String {
  if let text = value as? any StringProtocol, !(value is any OptionalValue) {
    return quoted(text, limit: TextLimits.text)
  }
  var reader = ValueReader()
  return cut(reader.layout(of: value).rendered(width: TextLimits.width), limit: TextLimits.text)
}

/// How much of a value is shown.
enum TextLimits {
  /// Columns of a line; what is longer is broken where a collection allows it.
  static let width = 80
  /// Characters of a whole result.
  static let text = 20_000
  /// Characters of a string inside of a collection or structure.
  static let innerText = 400
  /// Values of all levels together.
  static let leaves = 1_000
  /// Levels of values inside of values.
  static let depth = 8

  /// Elements of a collection that are shown whole, and how many of each end otherwise.
  ///
  /// Numbers stand side by side, where a hundred make a few lines; rows stand below each other.
  static func elements(depth: Int, areRows: Bool = false) -> (whole: Int, end: Int) {
    switch depth {
    case 0: areRows ? (30, 5) : (200, 10)
    case 1: areRows ? (12, 3) : (40, 6)
    default: (12, 3)
    }
  }
}

/// A string as it is written in Swift, its end cut off where it is long.
func quoted(_ text: some StringProtocol, limit: Int) -> String {
  let head = text.prefix(limit)
  if head.endIndex == text.endIndex { return String(text).debugDescription }
  return "\(String(head).debugDescription)… (\(text.count) characters)"
}

func cut(_ text: String, limit: Int) -> String {
  let head = text.prefix(limit)
  if head.endIndex == text.endIndex { return text }
  return "\(head)… (cut, \(text.count) characters)"
}
