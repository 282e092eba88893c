/// A Swift type that a tensor stores as it is: one per `DType`.
package protocol Element: BitwiseCopyable, Sendable, Equatable {
  static var dtype: DType { get }
  static var isFloatingPoint: Bool { get }
  init(converting value: Double)
  init(converting value: Int64)
  var asDouble: Double { get }
  var asInt64: Int64 { get }
}

/// Converts an element as C does: fractions are cut off, high bits are dropped.
@inline(__always)
package func convert<S: Element, D: Element>(_ value: S, to type: D.Type) -> D {
  S.isFloatingPoint ? D(converting: value.asDouble) : D(converting: value.asInt64)
}

extension Int64 {
  /// Cuts off the fraction; what has no whole number becomes `Int64.min`, as on x86 in C.
  @inline(__always)
  package init(truncating value: Double) {
    self = value.magnitude < 0x1p63 ? Int64(value) : .min
  }
}

extension Float: Element {
  package static var dtype: DType { .float32 }
  package static var isFloatingPoint: Bool { true }
  package init(converting value: Double) { self = Float(value) }
  package init(converting value: Int64) { self = Float(value) }
  package var asDouble: Double { Double(self) }
  package var asInt64: Int64 { Int64(truncating: Double(self)) }
}

extension Double: Element {
  package static var dtype: DType { .float64 }
  package static var isFloatingPoint: Bool { true }
  package init(converting value: Double) { self = value }
  package init(converting value: Int64) { self = Double(value) }
  package var asDouble: Double { self }
  package var asInt64: Int64 { Int64(truncating: self) }
}

extension Int64: Element {
  package static var dtype: DType { .int64 }
  package static var isFloatingPoint: Bool { false }
  package init(converting value: Double) { self = Int64(truncating: value) }
  package init(converting value: Int64) { self = value }
  package var asDouble: Double { Double(self) }
  package var asInt64: Int64 { self }
}

extension Int32: Element {
  package static var dtype: DType { .int32 }
  package static var isFloatingPoint: Bool { false }
  package init(converting value: Double) { self.init(truncatingIfNeeded: Int64(truncating: value)) }
  package init(converting value: Int64) { self.init(truncatingIfNeeded: value) }
  package var asDouble: Double { Double(self) }
  package var asInt64: Int64 { Int64(self) }
}

extension UInt8: Element {
  package static var dtype: DType { .uint8 }
  package static var isFloatingPoint: Bool { false }
  package init(converting value: Double) { self.init(truncatingIfNeeded: Int64(truncating: value)) }
  package init(converting value: Int64) { self.init(truncatingIfNeeded: value) }
  package var asDouble: Double { Double(self) }
  package var asInt64: Int64 { Int64(self) }
}

extension Bool: Element {
  package static var dtype: DType { .bool }
  package static var isFloatingPoint: Bool { false }
  package init(converting value: Double) { self = value != 0 }
  package init(converting value: Int64) { self = value != 0 }
  package var asDouble: Double { self ? 1 : 0 }
  package var asInt64: Int64 { self ? 1 : 0 }
}
