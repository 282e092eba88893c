internal import Glibc

/// A number in C's `%.*f` or `%.*e`, which round the exact decimal value as Python does.
package func formatted(_ value: Double, _ style: Character, precision: Int) -> String {
  if value.isNaN { return "nan" }
  return withVaList([Int32(precision), value]) { arguments in
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      _ = vsnprintf(buffer.baseAddress, buffer.count, "%.*\(style)", arguments)
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}
