/// A Swift number or truth value that can stand beside a tensor: `x * 2`, `Tensor([1.0, 2.0])`.
public protocol TensorScalar: TensorLiteral, Sendable {
  /// The element type of a tensor made from values of this type.
  ///
  /// `Double` gives `float32`, as Python's `float` does in PyTorch.
  static var defaultDType: DType { get }
  /// The value without its width.
  var scalar: Scalar { get }
  /// The value of an element, converted as C does.
  init(_ scalar: Scalar)
}

/// A single number of any kind.
public enum Scalar: Sendable, Equatable {
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction.
  case float(Double)

  /// The element type it takes when no tensor decides: `bool`, `int64` or `float32`.
  package var defaultDType: DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: .float32
    }
  }

  /// The value as a number with a fraction.
  package var double: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }

  @inline(__always)
  package func element<T: Element>(_ type: T.Type = T.self) -> T {
    switch self {
    case .bool(let value): T(converting: value ? 1 as Int64 : 0)
    case .int(let value): T(converting: Int64(value))
    case .float(let value): T(converting: value)
    }
  }
}

extension Double: TensorScalar {
  /// `float32`, as for Python's `float` in PyTorch.
  public static var defaultDType: DType { .float32 }
  /// The value without its width.
  public var scalar: Scalar { .float(self) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(Double.self) }
}

extension Float: TensorScalar {
  /// `float32`.
  public static var defaultDType: DType { .float32 }
  /// The value without its width.
  public var scalar: Scalar { .float(Double(self)) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(Float.self) }
}

extension Int: TensorScalar {
  /// `int64`.
  public static var defaultDType: DType { .int64 }
  /// The value without its width.
  public var scalar: Scalar { .int(self) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = Int(scalar.element(Int64.self)) }
}

extension Int64: TensorScalar {
  /// `int64`.
  public static var defaultDType: DType { .int64 }
  /// The value without its width.
  public var scalar: Scalar { .int(Int(self)) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(Int64.self) }
}

extension Int32: TensorScalar {
  /// `int32`.
  public static var defaultDType: DType { .int32 }
  /// The value without its width.
  public var scalar: Scalar { .int(Int(self)) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(Int32.self) }
}

extension UInt8: TensorScalar {
  /// `uint8`.
  public static var defaultDType: DType { .uint8 }
  /// The value without its width.
  public var scalar: Scalar { .int(Int(self)) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(UInt8.self) }
}

extension Bool: TensorScalar {
  /// `bool`.
  public static var defaultDType: DType { .bool }
  /// The value without its width.
  public var scalar: Scalar { .bool(self) }
  /// The value of an element.
  public init(_ scalar: Scalar) { self = scalar.element(Bool.self) }
}
