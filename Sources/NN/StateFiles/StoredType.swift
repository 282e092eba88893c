internal import Tensors

/// A type of numbers in a file, and the type of tensors that holds them all.
enum StoredType: String, Decodable, CaseIterable {
  case bool = "BOOL"
  case uint8 = "U8"
  case int8 = "I8"
  case int16 = "I16"
  case uint16 = "U16"
  case int32 = "I32"
  case int64 = "I64"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case float32 = "F32"
  case float64 = "F64"

  /// The stored form of a tensor's type.
  init(_ dtype: DType) {
    self =
      switch dtype {
      case .bool: .bool
      case .uint8: .uint8
      case .int32: .int32
      case .int64: .int64
      case .float32: .float32
      case .float64: .float64
      }
  }

  /// Bytes of one number in the file.
  var byteCount: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .float32: 4
    case .int64, .float64: 8
    }
  }

  /// The type of the tensor.
  var dtype: DType {
    switch self {
    case .bool: .bool
    case .uint8: .uint8
    case .int8, .int16, .uint16, .int32: .int32
    case .int64: .int64
    case .float16, .bfloat16, .float32: .float32
    case .float64: .float64
    }
  }

  /// Makes a tensor of numbers that `read` puts into memory, in the order of bytes of files and of
  /// the processors that Swift runs on: the lowest first.
  func tensor(
    _ shape: [Int], _ read: (UnsafeMutableRawBufferPointer) throws -> Void
  ) throws -> Tensor {
    let result = Tensor.empty(shape, dtype: dtype)
    let count = result.count
    if count == 0 { return result }
    let target = UnsafeMutableRawBufferPointer(
      start: result.elements.storage.base, count: count * dtype.byteCount)
    if byteCount == dtype.byteCount {
      try read(target)
      if self == .bool { for index in target.indices where target[index] > 1 { target[index] = 1 } }
      return result
    }
    // The narrow numbers lie at the end of the memory and are widened from the front: none is
    // written over before it was read.
    let narrow = UnsafeMutableRawBufferPointer(
      rebasing: target[(count * (dtype.byteCount - byteCount))...])
    try read(narrow)
    widen(narrow, into: target, count: count)
    return result
  }

  private func widen(
    _ narrow: UnsafeMutableRawBufferPointer, into wide: UnsafeMutableRawBufferPointer, count: Int
  ) {
    func store<Narrow: BitwiseCopyable, Wide>(_: Narrow.Type, _ widen: (Narrow) -> Wide) {
      for index in 0..<count {
        let number = narrow.loadUnaligned(
          fromByteOffset: index * MemoryLayout<Narrow>.size, as: Narrow.self)
        wide.storeBytes(
          of: widen(number), toByteOffset: index * MemoryLayout<Wide>.size, as: Wide.self)
      }
    }
    switch self {
    case .int8: store(Int8.self) { Int32($0) }
    case .int16: store(Int16.self) { Int32($0) }
    case .uint16: store(UInt16.self) { Int32($0) }
    case .bfloat16: store(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
    case .float16: store(UInt16.self, float)
    default: break
    }
  }

  /// IEEE 754's binary16 as a Float; Swift has no Float16 on some processors.
  private func float(_ half: UInt16) -> Float {
    let sign: Float = half >> 15 == 0 ? 1 : -1
    let (exponent, fraction) = (Int(half >> 10 & 31), Float(half & 1023))
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * (1 + fraction * 0x1p-10)
        * Float(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
