@_implementationOnly import Glibc

/// Numbers as they stand in bars and in the fields of a heat map.
enum NumberText {
  /// A number with so many decimals, or with up to three where that is left open.
  static func text(_ value: Double, decimals: Int? = nil) -> String {
    if !value.isFinite { return value.isNaN ? "nan" : value < 0 ? "\u{2212}inf" : "inf" }
    if abs(value) >= 1e12 { return "\(value)" }
    if let decimals { return TickLabels.text(value, max(0, min(6, decimals))) }
    let decimals = (0..<3).first { abs(value - rounded(value, $0)) < 5e-4 } ?? 3
    return TickLabels.text(value, decimals)
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let unit = pow(10, Double(decimals))
    return (value * unit).rounded() / unit
  }
}
