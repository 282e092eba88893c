@_implementationOnly import Glibc

/// The text at the ticks of an axis, and what they have in common.
///
/// The rule is that of matplotlib's `ScalarFormatter`: as many decimals as tell the ticks
/// apart, a power of ten taken out where numbers have six digits or more before the point or
/// five zeros behind it, and a common offset taken out where it saves four digits.
package struct TickLabels: Equatable {
  /// The text at each tick.
  package var texts: [String]
  /// What stands at the end of the axis, such as `1e6` or `+1.2e3`; empty where nothing does.
  package var common: String

  package init(_ ticks: [Double], from lower: Double, to upper: Double) {
    guard (upper - lower).isFinite, ticks.allSatisfy(\.isFinite) else {
      (texts, common) = (ticks.map { "\($0)" }, "")
      return
    }
    let offset = Self.offset(of: ticks)
    let exponent = Self.exponent(of: ticks, offset: offset, range: upper - lower)
    let unit = pow(10, Double(exponent))
    let scaled = ticks.map { ($0 - offset) / unit }
    // A single tick takes its decimals from the ends of the axis.
    let ends = [lower, upper].map { ($0 - offset) / unit }
    let decimals = Self.decimals(scaled, range: scaled.count < 2 ? scaled + ends : scaled)
    texts = scaled.map { Self.text($0, decimals) }
    common = (exponent == 0 ? "" : "1e\(Self.signed(exponent))") + Self.offsetText(offset)
  }

  /// A number with so many decimals and the sign of typography.
  static func text(_ value: Double, _ decimals: Int) -> String {
    let unit = pow(10, Double(decimals))
    let rounded = (value * unit).rounded(.toNearestOrEven)
    let digits = String(Int64(abs(rounded)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = rounded < 0 ? "\u{2212}" : ""
    if decimals == 0 { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func decimals(_ values: [Double], range: [Double]) -> Int {
    guard let low = range.min(), let high = range.max() else { return 0 }
    var span = high - low
    if span == 0 { span = max(abs(low), abs(high)) }
    if span == 0 { span = 1 }
    let magnitude = Int(log10(span).rounded(.down))
    let tolerance = 1e-3 * pow(10, Double(magnitude))
    var decimals = min(12, max(0, 3 - magnitude))
    while decimals > 0 {
      let unit = pow(10, Double(decimals - 1))
      let error = values.map { abs($0 - ($0 * unit).rounded(.toNearestOrEven) / unit) }.max() ?? 0
      if error >= tolerance { break }
      decimals -= 1
    }
    return decimals
  }

  private static func exponent(of ticks: [Double], offset: Double, range: Double) -> Int {
    let largest = offset == 0 ? ticks.map(abs).max() ?? 0 : range
    guard largest > 0 else { return 0 }
    let exponent = Int(log10(largest).rounded(.down))
    return exponent <= -5 || exponent >= 6 ? exponent : 0
  }

  /// A number that all ticks share, taken out when that shortens them by four digits or more.
  private static func offset(of ticks: [Double]) -> Double {
    guard let low = ticks.min(), let high = ticks.max(), low != high, low > 0 || high < 0 else {
      return 0
    }
    let (near, far) = (min(abs(low), abs(high)), max(abs(low), abs(high)))
    var exponent = log10(far).rounded(.up)
    func digits(_ value: Double) -> Double { (value / pow(10, exponent)).rounded(.down) }
    while digits(near) == digits(far) { exponent -= 1 }
    exponent += 1
    if (far - near) / pow(10, exponent) <= 0.01 {
      exponent = log10(far).rounded(.up)
      while digits(far) - digits(near) <= 1 { exponent -= 1 }
      exponent += 1
    }
    return digits(far) >= 1000 ? copysign(digits(far) * pow(10, exponent), low) : 0
  }

  private static func offsetText(_ offset: Double) -> String {
    if offset == 0 { return "" }
    let sign = offset < 0 ? "\u{2212}" : "+"
    let exponent = Int(log10(abs(offset)).rounded(.down))
    if exponent == 0 { return sign + trimmed(abs(offset)) }
    return sign + trimmed(abs(offset) / pow(10, Double(exponent))) + "e" + signed(exponent)
  }

  private static func trimmed(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func signed(_ exponent: Int) -> String {
    exponent < 0 ? "\u{2212}\(-exponent)" : "\(exponent)"
  }
}
