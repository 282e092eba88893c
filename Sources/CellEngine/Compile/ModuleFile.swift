import Foundation

/// The file of a cell's module, as later compiles read it.
///
/// The compiler does some work for each module that it knows of, before it compiles anything. With
/// some hundreds of cells that takes as long as the compile, and most of it is of no use.
struct ModuleFile {
  // The numbers of kinds in Swift's `ModuleFormat.h`.
  enum Kind {
    static let names = 0
    static let module = 8
    static let input = 10
    static let declarations = 11
    static let code = 14
    static let codeIndex = 15
    /// One that the compiler does not know, and so skips.
    static let unknown = 95
  }

  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Changes a file in place; one of another form stays as it is.
  static func lighten(path: String) {
    guard let bytes = FileManager.default.contents(atPath: path) else { return }
    var file = ModuleFile([UInt8](bytes))
    if file.lighten() { try? WorkFolder.write(file.bytes, to: path) }
  }

  /// Removes all that is of no use; whether there is anything.
  mutating func lighten() -> Bool {
    let changes = [
      removeEmptyCode(), removeImpliedImports(), removeUnusedAbbreviations(), removeNames(),
    ]
    return changes.contains(true)
  }

  var stream: Bitstream { Bitstream(bytes: bytes, position: 32) }

  var blocks: [Bitstream.Block] {
    guard
      let module = stream.blocks(until: bytes.count * 8, in: 2).first(where: {
        $0.kind == Kind.module
      })
    else { return [] }
    return Bitstream(bytes: bytes, position: module.content.lowerBound)
      .blocks(until: module.content.upperBound, in: module.width)
  }

  /// Has the part with code for other modules to copy skipped, if it is empty.
  ///
  /// - Returns: whether there is such a part.
  mutating func removeEmptyCode() -> Bool {
    let blocks = blocks
    guard let index = blocks.first(where: { $0.kind == Kind.codeIndex }), stream.isEmpty(index)
    else { return false }
    for block in blocks where block.kind == Kind.code || block.kind == Kind.codeIndex {
      put(Kind.unknown, at: block.kindPosition, width: 8)
    }
    return true
  }

  /// The number of 32 bits at some place.
  func word(_ index: Int) -> Int {
    var reader = Bitstream(bytes: bytes, position: index * 32)
    return reader.fixed(32)
  }

  /// Fills words, at least two, with a block that is skipped.
  mutating func fill(from first: Int, count: Int) {
    // The start of a block: two bits for that, its kind, and how wide its own codes would be.
    let start = [Bitstream.Code.enterBlock | Kind.unknown << 2 | 3 << 10, count - 2]
    for (offset, word) in (start + Array(repeating: 0, count: count - 2)).enumerated() {
      put(word, at: (first + offset) * 32, width: 32)
    }
  }

  mutating func put(_ value: Int, at position: Int, width: Int) {
    for bit in 0..<width {
      let (byte, shift) = (position + bit).quotientAndRemainder(dividingBy: 8)
      bytes[byte] &= ~(1 << shift)
      bytes[byte] |= UInt8(value >> bit & 1) << shift
    }
  }
}
