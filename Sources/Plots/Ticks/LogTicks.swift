@_implementationOnly import Glibc

/// The ticks of an axis of logarithms: powers of ten, small ones between them, and their text.
///
/// The rules are those of matplotlib's `LogLocator` and `LogFormatter`: decades are left out
/// where there are too many for the room, and the small ticks have numbers of their own where the
/// axis is so short that it has hardly a decade.
package struct LogTicks {
  package private(set) var major: [Double] = []
  package private(set) var minor: [Double] = []
  private(set) var labels: [(value: Double, label: Label)] = []

  /// The labels as plain text, exponents after a caret.
  package var texts: [String] {
    labels.sorted { $0.value < $1.value }.map { "\($0.label.text)^\($0.label.superscript)" }
  }

  /// - Parameter room: how many labels fit.
  package init(from lower: Double, to upper: Double, room: Int) {
    let decades = (log10(lower), log10(upper))
    let slack = 1e-10 * (decades.1 - decades.0)
    func isShown(_ value: Double) -> Bool {
      decades.0 - slack...decades.1 + slack ~= log10(value)
    }
    let whole = max(0, Int(decades.1.rounded(.down)) - Int(decades.0.rounded(.up)))
    let stride = whole / max(2, min(9, room)) + 1
    let first = Int(decades.0.rounded(.down))
    let exponents = Swift.stride(from: first, through: Int(decades.1.rounded(.up)), by: stride)
    for exponent in exponents where isShown(pow(10, Double(exponent))) {
      major.append(pow(10, Double(exponent)))
      labels.append((major[major.count - 1], Self.label(1, exponent)))
    }
    if stride > 1 || whole > 10 { return }
    let named = Self.namedDigits(decades: decades.1 - decades.0)
    for exponent in exponents {
      for digit in 2...9 {
        let value = Double(digit) * pow(10, Double(exponent))
        guard isShown(value) else { continue }
        minor.append(value)
        if named.contains(digit) { labels.append((value, Self.label(digit, exponent))) }
      }
    }
  }

  /// The digits before a power of ten that are written when so little of the axis is shown.
  private static func namedDigits(decades: Double) -> Set<Int> {
    if decades > 1 { return [] }
    return decades > 0.4 ? [2, 3, 4, 6] : Set(2...9)
  }

  private static func label(_ digit: Int, _ exponent: Int) -> Label {
    let power = exponent < 0 ? "\u{2212}\(-exponent)" : "\(exponent)"
    return Label(digit == 1 ? "10" : "\(digit) × 10", superscript: power)
  }
}
