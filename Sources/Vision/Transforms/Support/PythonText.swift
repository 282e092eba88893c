/// Numbers as Python prints them, for the texts of transforms.
enum PythonText {
  /// `(0.9, 1.1)`, or `None`.
  static func pair(_ range: ClosedRange<Double>?) -> String {
    range.map { "(\($0.lowerBound), \($0.upperBound))" } ?? "None"
  }

  /// `True` or `False`.
  static func bool(_ value: Bool) -> String { value ? "True" : "False" }

  /// A whole number without its ".0".
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
