/// A type's name without modules: `Pair<Net, Int>` and never `Cell3.Pair<Cell3.Net, Swift.Int>`.
func typeName(_ type: Any.Type) -> String {
  withoutModuleNames(String(describing: type))
}

/// A text without the names of cell modules, `Cell` and a number, before a name.
///
/// The standard library writes qualified names into the descriptions of classes, key paths and
/// nested values, and a reader of the notebook has never heard of those modules.
package func withoutModuleNames(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var kept: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let startsWord = index == 0 || !isNamePart(bytes[index - 1])
    if startsWord, let end = endOfModuleName(bytes, from: index) {
      index = end
    } else if let end = endOfPrivateContext(bytes, from: index) {
      index = end
    } else {
      kept.append(bytes[index])
      index += 1
    }
  }
  return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
}

/// The place after `Cell12.`, where a name follows.
private func endOfModuleName(_ bytes: [UInt8], from start: Int) -> Int? {
  guard bytes[start...].starts(with: "Cell".utf8) else { return nil }
  let digits = bytes[(start + 4)...].prefix { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
  let end = digits.endIndex + 1
  guard !digits.isEmpty, end < bytes.count, bytes[end - 1] == UInt8(ascii: ".") else { return nil }
  let next = bytes[end]
  let isName = isNamePart(next) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  return isName || next == UInt8(ascii: "(") ? end : nil
}

/// The place after `(unknown context at $7f00).`, which stands for a private or local scope.
private func endOfPrivateContext(_ bytes: [UInt8], from start: Int) -> Int? {
  guard bytes[start] == UInt8(ascii: "("),
    bytes[start...].starts(with: "(unknown context at $".utf8),
    let close = bytes[start...].firstIndex(of: UInt8(ascii: ")")), close + 1 < bytes.count,
    bytes[close + 1] == UInt8(ascii: ".")
  else { return nil }
  return close + 2
}

private func isNamePart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
    true
  default: false
  }
}
