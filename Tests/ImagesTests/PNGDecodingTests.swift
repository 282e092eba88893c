import Display
import Images
import Testing

/// Files written by a few lines of Python (`struct` and `zlib`), after the PNG specification;
/// the pixels are those the script put in, and Pillow 12 reads the same.
@Suite struct PNGDecodingTests {
  /// One bit a pixel becomes black and white.
  @Test func bits() throws {
    let image = try decoded(
      "89504e470d0a1a0a0000000d494844520000000a000000020100000000491a707d0000000e4944415478da63"
        + "58d5c0c07f0000063601fa789714660000000049454e44ae426082")
    #expect(image.description == "Image(10 × 2, grey)")
    #expect(Array(image.pixels[..<10]) == [255, 0, 255, 0, 255, 0, 255, 0, 255, 0])
    #expect(Array(image.pixels[10...]) == [0, 0, 0, 0, 255, 255, 255, 255, 255, 255])
  }

  /// Sixteen bits are rounded to eight, not cut: 0x80ff is 128.49, 0xff7f 254.5.
  @Test func sixteenBits() throws {
    let grey = try decoded(
      "89504e470d0a1a0a0000000d49484452000000030000000110000000006e1b972b0000000f4944415478da63"
        + "606068f8ffff3f000801037ebc62004f0000000049454e44ae426082")
    #expect(grey.pixels == [0, 128, 255])
    let colour = try decoded(
      "89504e470d0a1a0a0000000d49484452000000020000000110020000002bd0349e000000154944415478da63"
        + "10326168f8f79f819181e97f3d0019120445642c05320000000049454e44ae426082")
    #expect(colour == Image(width: 2, height: 1, channels: 3, pixels: [18, 0, 254, 0, 0, 255]))
  }

  /// With 16 bits asked for, all of them are kept, and bytes are stretched to the same range.
  @Test func allSixteenBits() throws {
    let grey = try Image16(
      png: bytes(
        "89504e470d0a1a0a0000000d49484452000000030000000110000000006e1b972b0000000f4944415478da63"
          + "606068f8ffff3f000801037ebc62004f0000000049454e44ae426082"))
    #expect(grey == Image16(width: 3, height: 1, channels: 1, pixels: [0, 0x80FF, 0xFFFF]))
    #expect(grey.image.pixels == [0, 128, 255] && "\(grey)" == "Image16(3 × 1, grey)")
    // A cell shows it like any picture.
    guard case .binary(let file)? = grey.mimeBundle["image/png"] else {
      Issue.record("no PNG")
      return
    }
    #expect(try Image(png: file) == grey.image)
    let image = Image(width: 1, height: 1, channels: 4, pixels: [0, 1, 128, 255])
    #expect(try Image16(png: image.pngData()).pixels == [0, 257, 128 * 257, 65535])
  }

  /// What is written with 16 bits is read again, whatever the channels.
  @Test func sixteenBitsThereAndBack() throws {
    for channels in 1...4 {
      let pixels = (0..<6 * channels).map { UInt16(truncatingIfNeeded: $0 &* 30_011) }
      let image = Image16(width: 3, height: 2, channels: channels, pixels: pixels)
      #expect(try Image16(png: image.pngData(dpi: 300)) == image)
      #expect(try Image(png: image.pngData()) == image.image)
    }
  }

  /// A palette becomes its colours, with alpha where the file gives some.
  @Test func palette() throws {
    let image = try decoded(
      "89504e470d0a1a0a0000000d49484452000000040000000102030000008452e75e0000000c504c5445ff0000"
        + "00ff000000ff090807a2d262c00000000274524e53ff80080fb36a0000000a4944415478da63900600001d00"
        + "1c237c8fac0000000049454e44ae426082")
    #expect(image.channels == 4)
    #expect(image.pixels == [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 9, 8, 7, 255])
  }

  /// The seven passes of an interlaced file are put together.
  @Test func interlaced() throws {
    let image = try decoded(
      "89504e470d0a1a0a0000000d4948445200000005000000030802000001a3536239000000304944415478da0d"
        + "c6490100200c04b1e90182aa693555d3ca82bc029f6944fea4dcf66588a518d7fa80629452adda3a0f119c0b"
        + "e6978c936a0000000049454e44ae426082")
    for y in 0..<3 {
      for x in 0..<5 { #expect(image[x, y] == [UInt8(x * 50), UInt8(y * 100), UInt8(x + y)]) }
    }
  }

  /// Grey with alpha stays two channels.
  @Test func greyAndAlpha() throws {
    let image = try decoded(
      "89504e470d0a1a0a0000000d49484452000000020000000108040000005e2bb7010000000d4944415478da63"
        + "105030700000014500a18ed8345f0000000049454e44ae426082")
    #expect(image == Image(width: 2, height: 1, channels: 2, pixels: [16, 32, 48, 64]))
  }

  private func decoded(_ hex: String) throws -> Image { try Image(png: bytes(hex)) }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { UInt8(String(UnicodeScalar($0)), radix: 16)! }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
