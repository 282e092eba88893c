import Tensors
import Testing

@testable import Vision

/// CIFAR-10's binary version, as a folder and as the archive, whole and damaged.
struct CIFARTests {
  /// Pictures whose bytes count up, with the labels 9, 8 and so on.
  static func batch(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for picture in 0..<count {
      bytes.append(UInt8(9 - picture % 10))
      for place in 0..<3072 { bytes.append(UInt8((place + picture) % 251)) }
    }
    return bytes
  }

  static func parse(_ bytes: [UInt8]) throws -> CIFARBatch {
    var rest = bytes[...]
    let source = try ByteSource(name: "batch", packedCount: bytes.count) { space in
      let count = min(space.count, rest.count)
      space.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    return try CIFARBatch(from: source, classes: 10)
  }

  private func message(_ bytes: [UInt8]) -> String {
    do { return "\(try Self.parse(bytes).labels)" } catch { return "\(error)" }
  }

  /// The three planes of a picture come out as pixels.
  @Test func readsPictures() throws {
    let batch = try Self.parse(Self.batch(2))
    #expect(batch.labels == [9, 8])
    #expect(batch.pixels.count == 2 * 3072)
    #expect(Array(batch.pixels[..<6]) == [0, 20, 40, 1, 21, 41])
    #expect(batch.pixels.last == 60)
  }

  /// What is no such file is refused with the byte at which it is wrong.
  @Test func refusesWhatIsNone() {
    #expect(
      message(Self.batch(1) + [1]) == """
        3074 bytes are not a whole number of pictures of 3073 bytes
          --> batch, byte 0
        hint: remove the file and load the set again with download: true
        """)
    #expect(message([]).hasPrefix("0 bytes are not a whole number"))
    var swapped = Self.batch(3)
    swapped[3073] = 77
    #expect(
      message(swapped).hasPrefix(
        "label 77 of picture 1 is not among the 10 classes\n  --> batch, byte 3073\n"))
    #expect(message(gzip(Self.batch(1))).hasPrefix("this is a gzip file"))
  }

  /// The folder and the archive, packed or not, give the same set.
  @Test func folderAndArchive() throws {
    let files =
      (1...5).map { ("cifar-10-batches-bin/data_batch_\($0).bin", Self.batch($0)) }
      + [("cifar-10-batches-bin/test_batch.bin", Self.batch(7))]
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.1, to: file.0) }
    let packed = try TemporaryFolder()
    let unordered = Array(files.reversed()) + [("readme.html", [1, 2])]
    try packed.write(gzip(tar(unordered.map { ($0.0, $0.1) })), to: "cifar-10-binary.tar.gz")
    for train in [true, false] {
      let batches = try [folder.path, packed.path].map {
        try CIFARArchive.at($0).load(train: train, download: false)
      }
      #expect(batches[0].map(\.labels) == batches[1].map(\.labels))
      #expect(batches[0].map(\.pixels) == batches[1].map(\.pixels))
      #expect(batches[0].map(\.labels.count) == (train ? [1, 2, 3, 4, 5] : [7]))
    }
  }

  /// An archive that is cut off or lacks a file is refused, and the message names it.
  @Test func damagedArchives() throws {
    let packed = gzip(tar([("cifar-10-batches-bin/test_batch.bin", Self.batch(4))]))
    let whole = try TarArchive(name: "c.tar.gz", bytes: packed)
    #expect(try CIFARArchive.read(whole, ["test_batch.bin"], at: "c")[0].labels == [9, 8, 7, 6])
    for count in [0, 1, 20, packed.count / 2] {
      let error = #expect(throws: DataError.self) {
        try CIFARArchive.read(
          TarArchive(name: "c.tar.gz", bytes: Array(packed[..<count])), ["test_batch.bin"], at: "c")
      }
      #expect(error?.description.contains("c") == true)
    }
    let other = #expect(throws: DataError.self) {
      try CIFARArchive.read(
        TarArchive(name: "c.tar.gz", bytes: packed), ["data_batch_1.bin"], at: "c.tar.gz")
    }
    #expect(
      other?.description == """
        the archive holds no file data_batch_1.bin
          --> c.tar.gz
        hint: remove the file and load the set again with download: true
        """)
  }

  /// Any bytes for an archive are answered; a seed makes them repeatable.
  @Test(arguments: [UInt64(1), 2]) func anyArchiveIsAnswered(seed: UInt64) throws {
    var random = InkRandom(stream: seed, index: 7)
    let plain = tar([("b/test_batch.bin", Self.batch(1))])
    let starts = [plain, gzip(plain), tar([("a", [1]), ("test_batch.bin", [2])])]
    for _ in 0..<fuzzRounds(4000) {
      var bytes = starts[random.below(starts.count)]
      if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count)) }
      for _ in 0..<random.below(5) where !bytes.isEmpty {
        // Most of what can go wrong stands in the header.
        bytes[random.below(min(bytes.count, random.below(2) == 0 ? 512 : bytes.count))] =
          UInt8(random.below(256))
      }
      do {
        let archive = try TarArchive(name: "any", bytes: bytes)
        _ = try CIFARArchive.read(archive, ["test_batch.bin"], at: "any")
      } catch {
        #expect(error is DataError)
      }
    }
  }

  /// Any bytes for a batch are answered.
  @Test func anyBatchIsAnswered() throws {
    var random = InkRandom(stream: 5, index: 5)
    let whole = Self.batch(2)
    for _ in 0..<fuzzRounds(4000) {
      var bytes = whole
      if random.below(2) == 0 { bytes.removeLast(random.below(bytes.count)) }
      for _ in 0..<random.below(4) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      do {
        #expect(try Self.parse(bytes).labels.allSatisfy { $0 < 10 })
      } catch {
        #expect(error is DataError)
      }
    }
  }

  /// Where nothing is found, the message says where it was looked for and what to do.
  @Test func saysWhereItLooked() throws {
    let error = #expect(throws: DataError.self) {
      try CIFARArchive.at("/nowhere").load(train: true, download: false)
    }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("CIFAR10 is not here\n  looked for the folder cifar-10-batches-bin"))
    #expect(text.contains("    /nowhere  (root: \"/nowhere\")"))
    #expect(text.hasSuffix("or fetch the archive (170 MB) with download: true"))
  }

  /// The archive is fetched, and only one that is whole is kept.
  @Test func fetchesTheArchive() throws {
    let packed = gzip(tar([("cifar-10-batches-bin/test_batch.bin", Self.batch(2))]))
    let served = try TemporaryFolder()
    try served.write(packed, to: "small.tar.gz")
    let server = try LocalServer(folder: served.path)
    let target = try TemporaryFolder()
    var archive = CIFARArchive.at(target.path)
    archive.mirrors = ["\(server.address)/missing/", "\(server.address)/good/"]
    archive.file = PublishedFile(name: "small.tar.gz", md5: md5(packed))
    let silent = DownloadProgress { _ in }
    let batches = try archive.load(train: false, download: true, progress: silent)
    #expect(batches[0].labels == [9, 8])
    #expect(target.files == ["small.tar.gz"])

    let other = try TemporaryFolder()
    archive = CIFARArchive.at(other.path)
    archive.mirrors = ["\(server.address)/short/", "\(server.address)/good/"]
    archive.file = PublishedFile(name: "small.tar.gz", md5: String(repeating: "0", count: 32))
    #expect(throws: DataError.self) {
      try archive.load(train: false, download: true, progress: silent)
    }
    #expect(other.files == [])
  }
}

extension CIFARArchive {
  /// The set in one folder, wherever `MARTLET_DATA` points to.
  static func at(_ root: String) -> CIFARArchive { CIFARArchive(root: root, shared: nil) }
}
