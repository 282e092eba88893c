import Images
import Testing

/// What is not a PNG file is refused with words, whatever its bytes.
@Suite struct PNGDamageTests {
  private let whole: [UInt8]

  init() throws {
    let pixels = (0..<37 * 23 * 3).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    whole = try Image(width: 37, height: 23, channels: 3, pixels: pixels).pngData(dpi: 100)
  }

  /// A file cut off at any byte is an error, and the message says where.
  @Test func everyTruncation() {
    for count in 0..<whole.count {
      #expect(throws: ImageError.self) { try Image(png: Array(whole[..<count])) }
    }
    let message = text { try Image(png: Array(whole[..<100])) }
    #expect(
      message == "not a whole PNG file: the file ends too early (at byte 62 of 100)")
  }

  /// A header that announces more than the file can hold is refused before memory is taken:
  /// many rows, or one so long that libpng's own buffer for it would not fit.
  @Test(arguments: [(65_536, 65_536), (1, 2_147_483_647), (2_147_483_647, 1), (536_870_912, 3)])
  func lyingHeader(width: Int, height: Int) {
    var file = whole
    file.replaceSubrange(16..<20, with: bigEndian(width))
    file.replaceSubrange(20..<24, with: bigEndian(height))
    file.replaceSubrange(29..<33, with: checksum(file[12..<29]))
    #expect(
      text { try Image(png: file) }
        == "not a whole PNG file: the header at byte 16 announces \(width) × \(height) pixels, "
        + "which \(file.count) bytes cannot hold")
  }

  /// A file that is long enough for its rows of bits, and asks for gigabytes of colours.
  @Test func tooManyPixels() {
    var file = Array(whole[..<16]) + bigEndian(60_000) + bigEndian(60_000)
    file += [1, 0, 0, 0, 0]
    file += checksum(file[12..<29])
    let body = Array("IDAT".utf8) + [UInt8](repeating: 0, count: 1_000_000)
    file += bigEndian(1_000_000) + body + checksum(body[...])
    #expect(
      text { try Image(png: file) }
        == "60000 × 60000 pixels are more than the 268435456 allowed")
  }

  /// Damaged at one place after another, the file is read or refused and never traps.
  @Test func damagedBytes() {
    var generator = SplitMix(state: 7)
    var refused = 0
    let rounds = fuzzRounds(20_000)
    for _ in 0..<rounds {
      var file = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        file[Int.random(in: 0..<file.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      let image = try? Image(png: file)
      #expect((try? Image16(png: file)) == nil || image != nil)
      if image == nil { refused += 1 }
    }
    #expect(refused > rounds * 3 / 4)
  }

  /// Random bytes behind a true signature and a true chunk header are refused.
  @Test func randomChunks() {
    var generator = SplitMix(state: 11)
    for _ in 0..<fuzzRounds(20_000) {
      var file = Array(whole[..<33])
      let kinds = ["IDAT", "PLTE", "tRNS", "iCCP", "zTXt", "iTXt", "sPLT", "IEND", "eXIf", "pHYs"]
      for _ in 0..<3 {
        let kind = Array(kinds.randomElement(using: &generator)!.utf8)
        let body = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        file += [0, 0, 0, UInt8(body.count)] + kind + body
        file += checksum((kind + body)[...])
      }
      #expect(throws: ImageError.self) { try Image(png: file) }
    }
  }

  private func text(_ body: () throws -> Image) -> String {
    do { return "\(try body())" } catch { return "\(error)" }
  }

  private func bigEndian(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(value).bigEndian) { Array($0) }
  }

  /// The CRC-32 of a chunk, bit by bit (PNG specification, annex D).
  private func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var crc: UInt32 = .max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return withUnsafeBytes(of: (~crc).bigEndian) { Array($0) }
  }
}

/// A small generator (Steele, Lea and Flood 2014), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
