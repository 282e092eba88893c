import Foundation
import NN
import Tensors
import Testing

/// A safetensors file with the given header.
private func file(_ header: String, data: Int = 0, length: Int? = nil) -> ByteArray {
  let count = length ?? header.utf8.count
  let prefix = (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  return ByteArray(prefix + Array(header.utf8) + Array(repeating: 0, count: data), name: "lie")
}

private func problem(_ source: any ByteStore) -> String {
  let error = #expect(throws: StateFileError.self) { try StateDict.load(from: source) }
  return error?.description ?? ""
}

/// Headers that lie about sizes are refused before anything is allocated for them.
@Test func lyingHeaders() throws {
  let good = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#
  #expect(try StateDict.load(from: file(good, data: 8))["a"]?.scalars == [0, 0])
  #expect(
    problem(file(good, data: 7)) == """
      a needs 8 bytes for its shape [2], and its place is 0..<8 of 7
        --> lie, header
      hint: the file is damaged or no safetensors file; copy or download it again
      """)
  #expect(problem(file(good, data: 9)).contains("1 bytes at the end of the file belong to no"))
  #expect(problem(file(good, length: 1 << 60)).contains("its header would have"))
  #expect(problem(file(good, length: 99_999_999)).contains("the file ends early"))
  #expect(problem(file("[1]")).contains("its header is no JSON object"))
  #expect(problem(file("{\"a\":")).contains("not in the form of safetensors"))
  let huge = #"{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,8]}}"#
  #expect(problem(file(huge, data: 8)).contains("no possible shape"))
  let negative = #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#
  #expect(problem(file(negative, data: 8)).contains("no possible shape"))
  let many = #"{"a":{"dtype":"U8","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,1]}}"#
  #expect(problem(file(many, data: 1)).contains("no possible shape"))
  let overlap = """
    {"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},
    "b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}
    """
  #expect(problem(file(overlap, data: 6)).contains("b does not begin where"))
  let gap = #"{"a":{"dtype":"U8","shape":[2],"data_offsets":[4,6]}}"#
  #expect(problem(file(gap, data: 6)).contains("a does not begin where"))
  let complex = #"{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}"#
  #expect(problem(file(complex, data: 8)).contains("numbers of type C64"))
  let metadata = #"{"__metadata__":{"format":"pt"}}"#
  #expect(try StateDict.load(from: file(metadata)).count == 0)
}

/// A file of terabytes that takes no place on the disk is refused before anything is allocated.
@Test func hugeFile() throws {
  let scratch = Scratch()
  let count = 1 << 42
  let header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[\(count)],\"data_offsets\":[0,\(count)]}}"
  let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> ($0 * 8)) }
  let path = try scratch.write(length + Array(header.utf8), "huge.safetensors")
  guard truncate(path, off_t(8 + header.utf8.count + count)) == 0 else {
    print("hugeFile: this file system has no files of four terabytes")
    return
  }
  let error = #expect(throws: StateFileError.self) { try StateDict.load(path) }
  #expect(error?.description.hasPrefix("the state needs \(count) bytes, and this machine") == true)
}

/// A PyTorch file whose pickle asks for more numbers than there are, or describes tensors outside
/// their storage, is refused.
@Test func lyingPickles() throws {
  let whole = try contents(golden("types.pt"))
  // The first tensor of the pickle: ("storage", FloatStorage, "0", "cpu", 6), 0, (2, 3), (3, 1).
  let key = Array("cpuq".utf8)
  let place = try #require(whole.indices.first { whole[$0...].starts(with: key) })
  let count = try #require(whole[place...].firstIndex(of: UInt8(ascii: "K")))
  #expect(whole[count + 1] == 6)
  for (value, text) in [(UInt8(7), "should have 7 numbers"), (5, "needs more numbers than the 5")] {
    var bytes = whole
    bytes[count + 1] = value
    fixChecksum(&bytes)
    #expect(problem(ByteArray(bytes, name: "lie")).contains(text))
  }
}

/// Puts the right checksum of the first entry, the pickle, into an archive whose pickle was changed.
private func fixChecksum(_ bytes: inout [UInt8]) {
  let start = 30 + Int(bytes[26]) + Int(bytes[27]) << 8 + Int(bytes[28]) + Int(bytes[29]) << 8
  let directory = bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4b, 1, 2]) } ?? 0
  let size = (0..<4).reduce(0) { $0 | Int(bytes[directory + 24 + $1]) << ($1 * 8) }
  let checksum = crc32(bytes[start..<start + size])
  // PyTorch writes it behind the entry and into the directory.
  for place in [directory + 16, start + size + 4] {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: checksum >> (index * 8)) }
  }
}

/// The checksum of zip files (ISO 3309).
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(~0) { crc, byte in
    (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
    }
  }
}

/// Pickles that would overflow a stack or eat memory in a careless reader end in errors.
@Test func hostilePickles() throws {
  func read(_ pickle: [UInt8]) throws {
    _ = try StateDict.load(from: ByteArray(storedZip(["a/data.pkl": pickle]), name: "hostile"))
  }
  func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
  // A million tuples within each other, a list in itself, a million marks, lengths beyond the end.
  let pickles: [[UInt8]] = [
    bytes("\u{80}\u{2})") + Array(repeating: 0x85, count: 1_000_000) + bytes("."),
    bytes("\u{80}\u{2}]q\0h\0a."), Array(repeating: UInt8(ascii: "("), count: 1_000_000),
    bytes("X\u{7f}\u{7f}\u{7f}\u{7f}a"),
    [0x8d, 255, 255, 255, 255, 255, 255, 255, 127], [0x8a, 9], bytes("cos\nsystem\n."),
    bytes("cposix\nsystem\nX\u{2}\0\0\0ls\u{85}R."), [],
  ]
  for pickle in pickles {
    #expect(throws: StateFileError.self) { try read(pickle) }
  }
}

/// A zip archive of entries that are stored as they are.
func storedZip(_ entries: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  var (bytes, directory) = ([UInt8](), [UInt8]())
  for (name, data) in entries {
    let sizes = little(Int(crc32(data)), 4) + little(data.count, 4) + little(data.count, 4)
    let offset = bytes.count
    bytes += [0x50, 0x4b, 3, 4] + little(20, 2) + little(0, 8) + sizes
    bytes += little(name.utf8.count, 2) + little(0, 2) + Array(name.utf8) + data
    directory += [0x50, 0x4b, 1, 2] + little(20, 2) + little(20, 2) + little(0, 8) + sizes
    directory += little(name.utf8.count, 2) + little(0, 12) + little(offset, 4) + Array(name.utf8)
  }
  let end = little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4)
  return bytes + directory + [0x50, 0x4b, 5, 6] + little(0, 4) + end + little(bytes.count, 4)
    + little(0, 2)
}
