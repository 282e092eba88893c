extension Bitstream {
  /// A part of a bitstream that has a kind and may have parts of its own.
  struct Block {
    let kind: Int
    /// Where the number stands that says the kind.
    let kindPosition: Int
    /// How many bits say what comes next in it.
    let width: Int
    /// From the first bit of what it holds to its end.
    let content: Range<Int>
  }

  /// What comes next in a block.
  enum Code {
    static let endBlock = 0
    static let enterBlock = 1
    static let defineAbbreviation = 2
    static let unabbreviated = 3
    /// The first abbreviation.
    static let first = 4
  }

  /// Reads the head of a block; `nil` when none begins here or it is not whole.
  ///
  /// - Parameter width: that of the block around it; 2 outside of all blocks.
  func block(in width: Int) -> Block? {
    var reader = self
    guard reader.fixed(width) == Code.enterBlock else { return nil }
    let kindPosition = reader.position
    guard let kind = reader.variable(8), let inner = reader.variable(4) else { return nil }
    reader.position = (reader.position + 31) / 32 * 32
    let count = reader.fixed(32) * 32
    guard count <= bytes.count * 8 - reader.position else { return nil }
    return Block(
      kind: kind, kindPosition: kindPosition, width: inner,
      content: reader.position..<reader.position + count)
  }

  /// The blocks from here to some position that lie beside one another.
  func blocks(until end: Int, in width: Int) -> [Block] {
    var (reader, found) = (self, [Block]())
    while reader.position < end, let block = reader.block(in: width) {
      found.append(block)
      reader.position = block.content.upperBound
    }
    return found
  }

  /// Whether a block says only how its records would be abbreviated, and has none.
  func isEmpty(_ block: Block) -> Bool {
    var reader = self
    reader.position = block.content.lowerBound
    while reader.position < block.content.upperBound {
      let next = reader.fixed(block.width)
      guard next == Code.defineAbbreviation else { return next == Code.endBlock }
      guard reader.abbreviation() != nil else { return false }
    }
    return false
  }
}
