extension ModuleFile {
  /// Takes out of the list of imported modules the bases of the compiler that made the module, and
  /// what every cell imports anyway.
  ///
  /// The first have no names that a cell could use, the others are there without it. Yet the compiler
  /// goes through the lists of all cells again and again. What is behind the list stays where it was,
  /// since other parts say where to find it: a block that is skipped fills the gap.
  ///
  /// - Returns: whether there is such an import.
  mutating func removeImpliedImports() -> Bool {
    guard let input = blocks.first(where: { $0.kind == Kind.input }) else { return false }
    let first = input.content.lowerBound / 32
    let words = (first..<input.content.upperBound / 32).map(word)
    var kept: [Int] = []
    var index = 0
    while index < words.count {
      if let name = importedName(first + index), Self.isImplied(name) {
        index += 1 + (name.count + 3) / 4
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    let gap = words.count - kept.count
    guard gap >= 2 else { return false }
    put(kept.count, at: (first - 1) * 32, width: 32)
    for (offset, word) in kept.enumerated() { put(word, at: (first + offset) * 32, width: 32) }
    fill(from: first + kept.count, count: gap)
    return true
  }

  /// The name of the module whose import begins at a word and is not exported; `nil` if none does.
  ///
  /// In that word are the record's abbreviation, of four bits, how the module is imported, of three,
  /// three more bits, and the name's length. The name follows, and zeros fill its last word.
  private func importedName(_ index: Int) -> ArraySlice<UInt8>? {
    var reader = Bitstream(bytes: bytes, position: index * 32)
    guard reader.fixed(4) == 4, reader.fixed(6) == 0, let count = reader.variable(6), count > 0,
      reader.fixed((index + 1) * 32 - reader.position) == 0
    else { return nil }
    let name = bytes[min(bytes.count, (index + 1) * 4)...].prefix(count)
    return name.count == count ? name : nil
  }

  private static func isImplied(_ name: ArraySlice<UInt8>) -> Bool {
    BaseModules.isName(name) || impliedNames.contains { name.elementsEqual($0.utf8) }
  }

  private static let impliedNames = [
    "Swift", "SwiftOnoneSupport", "_Concurrency", "_StringProcessing", "_SwiftConcurrencyShims",
  ]
}
