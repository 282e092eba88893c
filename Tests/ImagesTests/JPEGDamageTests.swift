import Images
import Testing

/// What is not a whole JPEG file is refused with words, whatever its bytes.
@Suite struct JPEGDamageTests {
  private let files = [
    JPEGDecodingTests.grey, JPEGDecodingTests.colour, JPEGDecodingTests.progressive,
    JPEGDecodingTests.inks,
  ].map(bytes)

  /// A file cut off at any byte but the last is an error, and the message says where.
  @Test func everyTruncation() throws {
    for file in files {
      for count in 0..<file.count - 2 {
        #expect(throws: ImageError.self) { try Image(jpeg: Array(file[..<count])) }
      }
    }
    #expect(
      text { try Image(jpeg: Array(files[0][..<160])) }
        == "not a whole JPEG file: Premature end of JPEG file (at byte 160 of 160)")
    #expect(
      text { try Image(jpeg: []) }
        == "not a whole JPEG file: the file is empty (at byte 0 of 0)")
    #expect(
      text { try Image(jpeg: [1, 2, 3]) }
        == "not a whole JPEG file: Not a JPEG file: starts with 0x01 0x02 (at byte 0 of 3)")
  }

  /// A header that announces more than the file can hold is refused before memory is taken.
  @Test func lyingHeader() throws {
    var file = files[0]
    let place = try #require(file.indices.first { file[$0...].starts(with: [0xFF, 0xC0]) })
    file.replaceSubrange(place + 5..<place + 9, with: [0x7F, 0, 0x7F, 0])
    #expect(
      text { try Image(jpeg: file) }
        == "32512 × 32512 pixels are more than the 268435456 allowed")
    file.replaceSubrange(place + 5..<place + 9, with: [0x10, 0, 0x10, 0])
    #expect(
      text { try Image(jpeg: file) }
        == "not a whole JPEG file: the header announces 4096 × 4096 pixels, "
        + "which 174 bytes cannot hold")
  }

  /// Damaged at some places, cut off or made up, the file is read or refused and never traps.
  @Test(arguments: [UInt64(1), 2]) func anyBytesAreAnswered(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var refused = 0
    let rounds = fuzzRounds(10_000)
    for _ in 0..<rounds {
      if (try? Image(jpeg: damaged(&generator))) == nil { refused += 1 }
    }
    #expect(refused > rounds * 3 / 10)
  }

  private func damaged(_ generator: inout SplitMix) -> [UInt8] {
    var file = files.randomElement(using: &generator)!
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: file.removeLast(.random(in: 0..<file.count, using: &generator))
    case 1:
      let more = Int.random(in: 0..<64, using: &generator)
      file = Array(file[..<20]) + (0..<more).map { _ in .random(in: 0...255, using: &generator) }
    default: break
    }
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !file.isEmpty {
      file[.random(in: 0..<file.count, using: &generator)] = .random(in: 0...255, using: &generator)
    }
    return file
  }

  private func text(_ body: () throws -> Image) -> String {
    do { return "\(try body())" } catch { return "\(error)" }
  }
}
