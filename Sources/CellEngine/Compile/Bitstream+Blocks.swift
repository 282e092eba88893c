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

  private static let enterBlock = 1
  private static let defineAbbreviation = 2

  /// Reads the head of a block; `nil` when none begins here or it is not whole.
  ///
  /// - Parameter width: that of the block around it; 2 outside of all blocks.
  func block(in width: Int) -> Block? {
    var reader = self
    guard reader.fixed(width) == Self.enterBlock else { return nil }
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
      guard next == Self.defineAbbreviation else { return next == 0 }
      guard reader.skipAbbreviation() else { return false }
    }
    return false
  }

  private mutating func skipAbbreviation() -> Bool {
    guard let count = variable(5) else { return false }
    for _ in 0..<count {
      let isLiteral = fixed(1) == 1
      if isLiteral {
        guard variable(8) != nil else { return false }
      } else if [1, 2].contains(fixed(3)) {
        // A number of bits comes with what is stored in so many bits, or in pieces of them.
        guard variable(5) != nil else { return false }
      }
      if isAtEnd { return false }
    }
    return true
  }
}
