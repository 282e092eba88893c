internal import Crypto

/// Signs messages with HMAC-SHA256 and checks signatures.
struct MessageSigner {
  private let key: SymmetricKey?

  /// A signer; with an empty key it signs nothing and believes everything, as the protocol wants.
  init(key: [UInt8]) {
    self.key = key.isEmpty ? nil : SymmetricKey(data: key)
  }

  /// Whether messages carry signatures at all.
  var isSigning: Bool { key != nil }

  /// The signature of these frames in hexadecimal digits; nothing without a key.
  func sign(_ frames: ArraySlice<[UInt8]>) -> [UInt8] {
    guard let key else { return [] }
    let digits = Array("0123456789abcdef".utf8)
    return authenticationCode(of: frames, key: key).flatMap {
      [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
  }

  /// The signature's bytes, if it is that of these frames.
  ///
  /// The comparison takes the same time for every wrong signature of the right length, so that
  /// nobody can find the right one digit by digit.
  func verify(_ signature: [UInt8], of frames: ArraySlice<[UInt8]>) -> [UInt8]? {
    guard let key else { return [] }
    guard let bytes = bytes(ofHex: signature),
      authenticationCode(of: frames, key: key) == bytes
    else { return nil }
    return bytes
  }

  private func authenticationCode(
    of frames: ArraySlice<[UInt8]>, key: SymmetricKey
  ) -> HMAC<SHA256>.MAC {
    var authentication = HMAC<SHA256>(key: key)
    for frame in frames { authentication.update(data: frame) }
    return authentication.finalize()
  }

  private func bytes(ofHex digits: [UInt8]) -> [UInt8]? {
    guard digits.count == 2 * SHA256.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(Unicode.Scalar(digits[index])).hexDigitValue,
        let low = Character(Unicode.Scalar(digits[index + 1])).hexDigitValue
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
