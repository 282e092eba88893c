/// The type of a tensor's elements.
///
/// The order of the cases is the order of promotion: of two operands the later type wins.
public enum DType: UInt8, Sendable, Hashable, CaseIterable {
  /// True or false, one byte each.
  case bool
  /// Whole numbers from 0 to 255.
  case uint8
  /// Whole numbers of 32 bits.
  case int32
  /// Whole numbers of 64 bits, the type of `Tensor([1, 2])`.
  case int64
  /// Numbers of 32 bits with a fraction, the type of `Tensor([1.0, 2.0])`.
  case float32
  /// Numbers of 64 bits with a fraction.
  case float64

  /// Bytes of one element.
  public var byteCount: Int {
    switch self {
    case .bool, .uint8: 1
    case .int32, .float32: 4
    case .int64, .float64: 8
    }
  }

  /// Whether the elements have a fraction, and so can have gradients.
  public var isFloatingPoint: Bool { self >= .float32 }
}

extension DType: Comparable {
  /// Orders types by promotion.
  public static func < (lhs: DType, rhs: DType) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension DType: CustomStringConvertible {
  /// PyTorch's spelling, such as `torch.float32`.
  public var description: String { "torch.\(name)" }

  /// The bare name, such as `float32`.
  package var name: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int32: "int32"
    case .int64: "int64"
    case .float32: "float32"
    case .float64: "float64"
    }
  }
}
