import Tensors
import Testing

@testable import Vision

/// Small idx files, good and bad, gzip and unpacked.
struct IDXTests {
  /// Two pictures of 2 x 3.
  static let good: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + Array(1...12)

  static func parse(_ bytes: [UInt8], bufferCount: Int = 1 << 18) throws -> IDX {
    var rest = bytes[...]
    let source = try ByteSource(
      name: "pictures", packedCount: bytes.count, bufferCount: bufferCount
    ) { space in
      let count = min(space.count, rest.count)
      space.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    return try IDX(from: source)
  }

  static func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try parse(bytes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  /// Sizes and elements come out as they went in, whether packed or not, however the file is cut
  /// into reads.
  @Test(arguments: [2, 3, 7, 1 << 18]) func readsPackedAndUnpacked(bufferCount: Int) throws {
    for bytes in [Self.good, gzip(Self.good)] {
      let idx = try Self.parse(bytes, bufferCount: bufferCount)
      #expect(idx.shape == [2, 2, 3])
      #expect(idx.bytes == Array(1...12))
    }
  }

  /// What is written can be read, and nothing lies beside it.
  @Test func writesWhatItReads() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b/labels"
    try IDX(shape: [3], bytes: [7, 8, 9]).write(to: path)
    #expect(try IDX(path: path).bytes == [7, 8, 9])
    #expect(folder.files == ["a/b/labels"])
  }

  /// Every element type of the format, as torchvision's `read_sn3_pascalvincent_tensor` reads it.
  @Test func readsEveryElementType() throws {
    let folder = try TemporaryFolder()
    func read(_ type: UInt8, _ elements: [UInt8]) throws -> Tensor {
      try readIDX(folder.write([0, 0, type, 2, 0, 0, 0, 1, 0, 0, 0, 2] + elements, to: "a"))
    }
    let cases: [(UInt8, [UInt8], DType, [Double])] = [
      (0x08, [0, 255], .uint8, [0, 255]), (0x09, [127, 255], .int32, [127, -1]),
      (0x0B, [1, 2, 255, 254], .int32, [258, -2]),
      (0x0C, [0, 1, 0, 0, 255, 255, 255, 255], .int32, [65536, -1]),
      (0x0D, [0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0], .float32, [1.5, -2]),
      (
        0x0E, [0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0], .float64, [1.5, -2]
      ),
    ]
    for (type, elements, dtype, numbers) in cases {
      let tensor = try read(type, elements)
      #expect(tensor.dtype == dtype && tensor.shape == [1, 2] && tensor.scalars == numbers)
      #expect(throws: DataError.self) { try read(type, Array(elements.dropLast())) }
      #expect(throws: DataError.self) { try read(type, elements + [0]) }
    }
    #expect {
      try read(0x0A, [0, 0])
    } throws: {
      "\($0)".hasPrefix(
        "the elements are of type 0x0A, only 0x08 (unsigned byte), 0x09 (signedByte)")
    }
  }

  /// The whole text of each complaint.
  @Test func namesWhatIsWrong() {
    let hint = "\nhint: remove the file and load the set again with download: true"
    #expect(
      Self.message(Array(Self.good.dropLast(2))) == """
        the header announces [2, 2, 3], that is 12 bytes; the file of 26 bytes cannot hold them
          --> pictures, byte 16
        """ + hint)
    #expect(
      Self.message(gzip(Array(Self.good.dropLast(2)))) == """
        the file ends early: 12 bytes were expected from byte 16 on, 10 are there
          --> pictures, byte 26 (unpacked)
        """ + hint)
    #expect(
      Self.message(Self.good + [0]) == """
        the file goes on after its last element
          --> pictures, byte 28
        """ + hint)
    #expect(
      Self.message([0, 0, 0x0D, 1] + Self.good) == """
        the elements are of type 0x0D, only 0x08 (unsigned byte) is read
          --> pictures, byte 4
        """ + hint)
    #expect(
      Self.message(Array("<html>".utf8)) == """
        this is no idx file: it starts with 3C68746D, not with 0x0000
          --> pictures, byte 4
        """ + hint)
    #expect(
      Self.message([0, 0]) == """
        the file ends early: 4 bytes were expected from byte 0 on, 2 are there
          --> pictures, byte 2
        """ + hint)
  }

  /// A header of 2^128 elements is refused before anything is allocated.
  @Test func refusesImpossibleSizes() {
    let huge: [UInt8] = [0, 0, 8, 4] + Array(repeating: 0xFF, count: 16)
    #expect(Self.message(huge).hasPrefix("a size of [4294967295, "))
    #expect(Self.message(gzip(huge)).hasPrefix("a size of [4294967295, "))
    let large: [UInt8] = [0, 0, 8, 1, 0x7F, 0xFF, 0xFF, 0xFF, 1]
    #expect(Self.message(large).hasPrefix("the header announces [2147483647]"))
    #expect(Self.message(gzip(large)).hasPrefix("the header announces [2147483647]"))
  }

  /// Bytes after the gzip data, a wrong check sum and a cut are all noticed.
  @Test func refusesDamagedGzip() {
    let packed = gzip(Self.good)
    #expect(Self.message(packed + [1]).hasPrefix("the file goes on after its last element"))
    #expect(Self.message(Array(packed.dropLast(5))).contains("break off at byte"))
    var wrongSum = packed
    wrongSum[packed.count - 8] ^= 1
    #expect(Self.message(wrongSum).contains("incorrect data check"))
  }

  /// A missing file and a folder are named.
  @Test func namesWhatCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    #expect {
      try IDX(path: folder.path + "/none")
    } throws: {
      "\($0)" == """
        cannot be read: No such file or directory
          --> \(folder.path)/none
        hint: check the path, which is relative to the folder of the notebook
        """
    }
    try folder.write([0], to: "packed.gz")
    #expect {
      try IDX(path: folder.path + "/packed")
    } throws: {
      "\($0)".hasSuffix("hint: there is \(folder.path)/packed.gz, which can be read as it is")
    }
    #expect {
      try IDX(path: folder.path)
    } throws: {
      "\($0)".hasPrefix("this is not a file")
    }
  }
}
