@_implementationOnly import Glibc

/// Where the numbers of an axis lie in the figure.
struct AxisScale {
  let from: Double
  let to: Double
  let kind: Scale
  private let start: Double
  private let end: Double
  private let slope: Double

  init(from: Double, at start: Double, to: Double, at end: Double, kind: Scale) {
    self.from = from
    self.to = to
    self.kind = kind
    self.start = start
    self.end = end
    slope = (end - start) / (Self.spread(to, kind) - Self.spread(from, kind))
  }

  var lower: Double { min(from, to) }
  var upper: Double { max(from, to) }
  /// The length of the axis in the figure's pixels.
  var length: Double { abs(end - start) }

  /// The place of a number; not finite for one that the axis cannot show.
  func position(_ value: Double) -> Double {
    start + (Self.spread(value, kind) - Self.spread(from, kind)) * slope
  }

  /// The place of a number, or far below the axis where logarithms have none for it.
  func clampedPosition(_ value: Double) -> Double {
    kind == .log && value <= 0 ? start - 10 * (end - start) : position(value)
  }

  private static func spread(_ value: Double, _ kind: Scale) -> Double {
    switch kind {
    case .linear: value
    case .log: value > 0 ? log10(value) : .nan
    }
  }
}
