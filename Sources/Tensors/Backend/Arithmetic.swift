internal import Kernels

/// The arithmetic of an element type, as PyTorch defines it.
protocol Arithmetic: Element, Comparable {
  static func sum(_ a: Self, _ b: Self) -> Self
  static func difference(_ a: Self, _ b: Self) -> Self
  static func product(_ a: Self, _ b: Self) -> Self
  static func quotient(_ a: Self, _ b: Self) -> Self
  static func power(_ a: Self, _ b: Self) -> Self
  /// The larger one; not a number if either is.
  static func larger(_ a: Self, _ b: Self) -> Self
  /// The smaller one; not a number if either is.
  static func smaller(_ a: Self, _ b: Self) -> Self
  /// What is left after division, with the sign of the divisor.
  ///
  /// Operations refuse whole divisors of zero before their loops start: a trap in a loop could hit
  /// a thread of the pool.
  static func remainder(_ a: Self, _ b: Self) -> Self
  /// The quotient rounded down.
  static func floorQuotient(_ a: Self, _ b: Self) -> Self
}

extension Arithmetic where Self: RealMath {
  @inline(__always) static func sum(_ a: Self, _ b: Self) -> Self { a + b }
  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Self { a - b }
  @inline(__always) static func product(_ a: Self, _ b: Self) -> Self { a * b }
  @inline(__always) static func quotient(_ a: Self, _ b: Self) -> Self { a / b }
  @inline(__always) static func power(_ a: Self, _ b: Self) -> Self { pow(a, b) }
  @inline(__always) static func larger(_ a: Self, _ b: Self) -> Self { a > b || a != a ? a : b }
  @inline(__always) static func smaller(_ a: Self, _ b: Self) -> Self { a < b || a != a ? a : b }
  @inline(__always) static func remainder(_ a: Self, _ b: Self) -> Self {
    let rest = a.truncatingRemainder(dividingBy: b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }
  @inline(__always) static func floorQuotient(_ a: Self, _ b: Self) -> Self {
    (a / b).rounded(.down)
  }
}

extension Arithmetic where Self: FixedWidthInteger {
  @inline(__always) static func sum(_ a: Self, _ b: Self) -> Self { a &+ b }
  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Self { a &- b }
  @inline(__always) static func product(_ a: Self, _ b: Self) -> Self { a &* b }
  @inline(__always) static func quotient(_ a: Self, _ b: Self) -> Self { floorQuotient(a, b) }
  @inline(__always) static func larger(_ a: Self, _ b: Self) -> Self { a > b ? a : b }
  @inline(__always) static func smaller(_ a: Self, _ b: Self) -> Self { a < b ? a : b }
  static func power(_ a: Self, _ b: Self) -> Self {
    if b < 0 { return a == 1 ? 1 : a &+ 1 == 0 ? (b & 1 == 0 ? 1 : a) : 0 }
    var (result, factor, exponent) = (1 as Self, a, b)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result &* factor }
      factor = factor &* factor
      exponent >>= 1
    }
    return result
  }
  static func remainder(_ a: Self, _ b: Self) -> Self {
    if b == 0 { return 0 }
    let rest = a.remainderReportingOverflow(dividingBy: b).partialValue
    return rest != 0 && (rest < 0) != (b < 0) ? rest &+ b : rest
  }
  static func floorQuotient(_ a: Self, _ b: Self) -> Self {
    if b == 0 { return 0 }
    let quotient = a.dividedReportingOverflow(by: b).partialValue
    return (a < 0) != (b < 0) && quotient &* b != a ? quotient &- 1 : quotient
  }
}

extension Float: Arithmetic {}
extension Double: Arithmetic {}
extension Int64: Arithmetic {}
extension Int32: Arithmetic {}
extension UInt8: Arithmetic {}
