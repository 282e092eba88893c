/// A place in bytes of LLVM's bitstream format.
///
/// Values fill the bytes from the lowest bit on, without regard to where a byte ends; see
/// <https://llvm.org/docs/BitCodeFormat.html>. What lies behind the last byte reads as zero.
struct Bitstream {
  let bytes: [UInt8]
  /// In bits from the start.
  var position: Int

  var isAtEnd: Bool { position >= bytes.count * 8 }

  /// Reads an unsigned number of at most 32 bits.
  mutating func fixed(_ width: Int) -> Int {
    let (first, shift) = position.quotientAndRemainder(dividingBy: 8)
    var value = 0
    for offset in 0..<(shift + width + 7) / 8 where first + offset < bytes.count {
      value |= Int(bytes[first + offset]) << (offset * 8)
    }
    position += width
    return value >> shift & (1 << width - 1)
  }

  /// Reads a number in pieces, each of which ends with a bit that says whether another follows.
  ///
  /// - Returns: the number; `nil` when it is larger than the format's own are.
  mutating func variable(_ width: Int) -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 35, by: width - 1) {
      let piece = fixed(width)
      value |= (piece & (1 << (width - 1) - 1)) << shift
      if piece >> (width - 1) == 0 { return value }
    }
    return nil
  }
}
