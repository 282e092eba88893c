import Crypto

/// The MD5 sum of `bytes` in lower-case hexadecimal digits.
func md5(_ bytes: [UInt8]) -> String {
  var sum = Insecure.MD5()
  bytes.withUnsafeBytes { sum.update(bufferPointer: $0) }
  return sum.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
