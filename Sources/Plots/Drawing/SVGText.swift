/// An SVG document as Cairo writes it.
struct SVGText {
  private let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// The document with names that no other figure on a page has.
  ///
  /// Cairo calls the letters of every document `glyph0-0`, `glyph0-1` and so on. A page that holds
  /// several documents would draw all with the letters of the first. The prefix comes from the
  /// document itself.
  var distinct: String {
    var hash: UInt32 = 2_166_136_261  // FNV-1a
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let prefix = "m" + String(hash, radix: 16) + "-"
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 9 / 8)
    for byte in text.utf8 {
      result.append(byte)
      if Self.beginsName(result) { result += Array(prefix.utf8) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether what follows is the name of something: `id="`, `href="#` or `url(#`.
  private static func beginsName(_ text: [UInt8]) -> Bool {
    switch text.last {
    case UInt8(ascii: "\""): text.suffix(5).elementsEqual(" id=\"".utf8)
    case UInt8(ascii: "#"):
      text.suffix(3).elementsEqual("=\"#".utf8) || text.suffix(5).elementsEqual("url(#".utf8)
    default: false
    }
  }
}
