extension ModuleFile {
  /// Has the names of all kinds of blocks and records skipped, which only tools that print modules
  /// read.
  ///
  /// - Returns: whether there are any.
  mutating func removeNames() -> Bool {
    guard let block = stream.block(in: 2), block.kind == Kind.names else { return false }
    let count = block.content.count / 32
    // The last word ends the block.
    guard count > 3 else { return false }
    let hasNames = (block.content.lowerBound / 32 + 2..<block.content.upperBound / 32).contains {
      word($0) != 0
    }
    fill(from: block.content.lowerBound / 32, count: count - 1)
    put(0, at: block.content.upperBound - 32, width: 32)
    return hasNames
  }

  /// Takes the abbreviations that no record uses out of the part with the declarations.
  ///
  /// The compiler keeps some 160 KB of them for each module, and each part of a compiler's memory is
  /// one more to take along when it forks. Records stay where they are, since other parts say where to
  /// find them; what is between the abbreviations and the first of them nobody reads.
  ///
  /// - Returns: whether there is such an abbreviation.
  mutating func removeUnusedAbbreviations() -> Bool {
    guard let block = blocks.first(where: { $0.kind == Kind.declarations }),
      let contents = abbreviatedRecords(of: block)
    else { return false }
    let used = Set(contents.records.map(\.code)).subtracting([Bitstream.Code.unabbreviated])
      .sorted()
    guard used.count < contents.abbreviations.count else { return false }
    let old = self
    var end = block.content.lowerBound
    for code in used {
      let place = contents.abbreviations[code - Bitstream.Code.first]
      var reader = Bitstream(bytes: old.bytes, position: place.lowerBound)
      while reader.position < place.upperBound {
        let width = min(32, place.upperBound - reader.position)
        put(reader.fixed(width), at: end, width: width)
        end += width
      }
    }
    // Here the compiler stops looking for abbreviations.
    put(Bitstream.Code.unabbreviated, at: end, width: block.width)
    for record in contents.records where record.code != Bitstream.Code.unabbreviated {
      guard let index = used.firstIndex(of: record.code) else { continue }
      put(Bitstream.Code.first + index, at: record.position, width: block.width)
    }
    return true
  }

  /// The places of a block's abbreviations, and those of its records; `nil` if it is not of the
  /// expected form: first all abbreviations, then records and nothing else.
  private func abbreviatedRecords(of block: Bitstream.Block) -> (
    abbreviations: [Range<Int>], records: [(position: Int, code: Int)]
  )? {
    var reader = Bitstream(bytes: bytes, position: block.content.lowerBound)
    var places: [Range<Int>] = []
    var abbreviations: [[Bitstream.Operand]] = []
    var records: [(position: Int, code: Int)] = []
    while reader.position < block.content.upperBound {
      let position = reader.position
      let code = reader.fixed(block.width)
      switch code {
      case Bitstream.Code.endBlock:
        return (reader.position + 31) / 32 * 32 == block.content.upperBound
          ? (places, records) : nil
      case Bitstream.Code.enterBlock: return nil
      case Bitstream.Code.defineAbbreviation:
        guard records.isEmpty, let abbreviation = reader.abbreviation() else { return nil }
        abbreviations.append(abbreviation)
        places.append(position..<reader.position)
      default:
        guard reader.skipRecord(code, abbreviations: abbreviations) else { return nil }
        records.append((position, code))
      }
    }
    return nil
  }
}
