import Foundation
import Testing

@testable import Vision

/// A tiny published set, found, fetched and missed.
struct IDXArchiveTests {
  let served: TemporaryFolder
  let server: LocalServer
  let root: TemporaryFolder
  let archive: IDXArchive

  /// Two pictures of 1 x 2 to train with, one to test with.
  static let contents: [(name: String, md5: String, bytes: [UInt8])] = [
    ("train-images-idx3-ubyte", "", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4]),
    ("train-labels-idx1-ubyte", "", [0, 0, 8, 1, 0, 0, 0, 2, 1, 0]),
    ("t10k-images-idx3-ubyte", "", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6]),
    ("t10k-labels-idx1-ubyte", "", [0, 0, 8, 1, 0, 0, 0, 1, 1]),
  ]

  init() throws {
    served = try TemporaryFolder()
    root = try TemporaryFolder()
    server = try LocalServer(folder: served.path)
    var sums: [String] = []
    for (name, _, bytes) in Self.contents {
      let packed = gzip(bytes)
      try served.write(packed, to: name + ".gz")
      sums.append(md5(packed))
    }
    archive = IDXArchive(
      name: "TinyMNIST", classes: ["left", "right"], mirrors: [server.address + "/good/"],
      sums: sums)
  }

  private func load(
    _ archive: IDXArchive, train: Bool = true, download: Bool
  ) throws -> LabelledPictures {
    try archive.load(
      root: root.path, train: train, download: download, standIn: false,
      progress: DownloadProgress { _ in })
  }

  /// Both halves are fetched at once, so that the second needs no `download: true`.
  @Test func fetchesBothHalves() throws {
    let train = try load(archive, download: true)
    #expect(train.count == 2)
    #expect(train.pixels == [1, 2, 3, 4])
    #expect(train.labels == [1, 0])
    #expect(root.files.count == 4)
    #expect(root.files.allSatisfy { $0.hasPrefix("TinyMNIST/raw/") && $0.hasSuffix(".gz") })
    #expect(try load(archive, train: false, download: false).pixels == [5, 6])
  }

  /// Files that are there are taken, unpacked ones too, and nothing is fetched.
  @Test func takesWhatIsThere() throws {
    for (name, _, bytes) in Self.contents.prefix(2) {
      try root.write(bytes, to: "TinyMNIST/raw/" + name)
    }
    #expect(try load(archive, download: true).labels == [1, 0])
    #expect(root.files.count == 2)
  }

  /// One error says where was looked, what was tried and what to do.
  @Test func saysWhatIsMissing() throws {
    let lost = IDXArchive(
      name: "TinyMNIST", classes: archive.classes,
      mirrors: [server.address + "/missing/", "http://127.0.0.1:9/"], sums: archive.sums)
    let error = try #require(throws: DataError.self) { try load(lost, download: true) }
    let lines = error.description.split(separator: "\n").filter { !$0.contains("MARTLET_DATA)") }
    #expect(lines[0] == "the training half of TinyMNIST is not here and could not be fetched")
    #expect(
      lines[1]
        == "  looked for train-images-idx3-ubyte and train-labels-idx1-ubyte, or .gz, in")
    #expect(lines[2] == "    \(root.path)/TinyMNIST/raw  (root: \"\(root.path)\")")
    #expect(lines[3] == "  tried")
    #expect(
      lines[4]
        == "    \(server.address)/missing/train-images-idx3-ubyte.gz: "
        + "The requested URL returned error: 404")
    #expect(lines[5].hasPrefix("    http://127.0.0.1:9/train-images-idx3-ubyte.gz: Failed to conn"))
    #expect(
      lines[6]
        == "hint: set MARTLET_DATA to a folder that holds TinyMNIST/raw with these files")
    #expect(lines.count == 7)
    #expect(!FileManager.default.fileExists(atPath: root.path + "/TinyMNIST"))
  }

  /// Without `download: true` nothing is tried, and the hint names it.
  @Test func saysThatNothingWasTried() throws {
    let error = try #require(throws: DataError.self) { try load(archive, download: false) }
    #expect(error.description.contains("\n  tried no download, since download: true was not given"))
    #expect(error.description.hasSuffix("\n      or fetch them with download: true"))
  }

  /// Labels of another set, or beyond the classes, are not taken for this one's.
  @Test func refusesFilesThatDoNotBelongTogether() throws {
    try root.write(Self.contents[0].bytes, to: "TinyMNIST/raw/train-images-idx3-ubyte")
    try root.write(Self.contents[3].bytes, to: "TinyMNIST/raw/train-labels-idx1-ubyte")
    let error = try #require(throws: DataError.self) { try load(archive, download: false) }
    #expect(error.description.hasPrefix("1 labels do not fit the 2 pictures of "))
    try root.write([0, 0, 8, 1, 0, 0, 0, 2, 1, 9], to: "TinyMNIST/raw/train-labels-idx1-ubyte")
    let other = try #require(throws: DataError.self) { try load(archive, download: false) }
    #expect(other.description.hasPrefix("label 9 of picture 1 is not among the 2 classes"))
  }

  /// MNIST itself offers the stand-in as a way out.
  @Test func offersTheStandIn() throws {
    let mnist = IDXArchive(
      name: "MNIST", classes: IDXArchive.mnist.classes, mirrors: [], sums: IDXArchive.mnist.sums)
    try withoutSharedData {
      let error = try #require(throws: DataError.self) { try load(mnist, download: false) }
      #expect(error.description.contains("or let drawn digits stand in with standIn: true"))
    }
  }

  /// Runs `body` only where no real MNIST would be found first.
  private func withoutSharedData(_ body: () throws -> Void) rethrows {
    if ProcessInfo.processInfo.environment["MARTLET_DATA"] == nil { try body() }
  }
}
