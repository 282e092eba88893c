@_implementationOnly import Glibc

/// A number with so many decimals, as C's `printf` rounds it.
func fixed(_ value: Double, _ decimals: Int) -> String {
  var buffer = [CChar](repeating: 0, count: 400)
  let length = withVaList([Int32(decimals), value]) {
    vsnprintf(&buffer, buffer.count, "%.*f", $0)
  }
  return String(decoding: buffer.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
}
