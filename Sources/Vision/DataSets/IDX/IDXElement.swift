import Tensors

/// What the elements of an idx file are, by the number that its third byte holds.
enum IDXElement: UInt8, CaseIterable {
  case unsignedByte = 0x08
  case signedByte = 0x09
  case short = 0x0B
  case int = 0x0C
  case float = 0x0D
  case double = 0x0E

  var name: String { self == .unsignedByte ? "unsigned byte" : "\(self)" }

  /// Bytes of an element.
  var byteCount: Int {
    switch self {
    case .unsignedByte, .signedByte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }
}

/// Reads a file in the idx format, gzip or unpacked, as a tensor of its shape.
///
///     let labels = try readIDX("train-labels-idx1-ubyte.gz")   // uint8 [60000]
///
/// Unsigned bytes become `uint8`, floats `float32` and doubles `float64`; signed bytes, shorts and
/// ints become `int32`. For pictures with labels there is `IDXDataset`.
///
/// - Throws: `DataError` when the file cannot be read, is no idx file, or holds less or more than
///   its header says.
public func readIDX(_ path: String) throws -> Tensor {
  let idx = try IDX(path: path, of: IDXElement.allCases)
  let (bytes, shape) = (idx.bytes, idx.shape)
  func words<Word: FixedWidthInteger>(_ type: Word.Type) -> [Word] {
    stride(from: 0, to: bytes.count, by: MemoryLayout<Word>.size).map { start in
      bytes[start..<start + MemoryLayout<Word>.size].reduce(0) {
        $0 << 8 | Word(truncatingIfNeeded: $1)
      }
    }
  }
  switch idx.element {
  case .unsignedByte: return Tensor(scalars: bytes, shape: shape)
  case .signedByte: return Tensor(scalars: bytes.map { Int32(Int8(bitPattern: $0)) }, shape: shape)
  case .short: return Tensor(scalars: words(Int16.self).map { Int32($0) }, shape: shape)
  case .int: return Tensor(scalars: words(Int32.self), shape: shape)
  case .float:
    return Tensor(scalars: words(UInt32.self).map { Float(bitPattern: $0) }, shape: shape)
  case .double:
    let numbers = words(UInt64.self).map { Double(bitPattern: $0) }
    return Tensor(scalars: numbers, shape: shape, dtype: .float64)
  }
}
