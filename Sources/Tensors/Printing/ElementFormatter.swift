/// Writes elements in one common way and width: `_Formatter` of torch/_tensor_str.py.
struct ElementFormatter {
  private let isFloatingPoint: Bool
  private let precision: Int
  /// Whether all numbers are whole, and so written `1.`.
  private var isWhole = true
  private var isScientific = false
  /// Characters of the widest element.
  private(set) var width = 1

  /// Decides from the elements that will be shown.
  init(_ values: [Scalar], _ dtype: DType, _ options: PrintOptions) {
    isFloatingPoint = dtype.isFloatingPoint
    precision = options.precision
    guard isFloatingPoint else {
      for value in values { width = Swift.max(width, text(value).count) }
      return
    }
    let numbers = values.map(\.double).filter { $0.isFinite && $0 != 0 }
    let magnitudes = numbers.map(\.magnitude)
    guard let smallest = magnitudes.min(), let largest = magnitudes.max() else { return }
    isWhole = numbers.allSatisfy { $0 == $0.rounded(.up) }
    isScientific =
      options.scientific ?? (largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4)
    for number in numbers { width = Swift.max(width, text(.float(number)).count) }
  }

  /// An element, with spaces before it to the common width.
  func callAsFunction(_ value: Scalar) -> String {
    let text = text(value)
    return String(repeating: " ", count: Swift.max(0, width - text.count)) + text
  }

  private func text(_ value: Scalar) -> String {
    switch value {
    case .bool(let truth): return truth ? "True" : "False"
    case .int(let number): return "\(number)"
    case .float(let number):
      if isScientific { return formatted(number, "e", precision: precision) }
      if !isWhole { return formatted(number, "f", precision: precision) }
      return formatted(number, "f", precision: 0) + (number.isFinite ? "." : "")
    }
  }
}
