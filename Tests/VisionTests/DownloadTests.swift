import Foundation
import PartialFiles
import Testing

@testable import Vision

/// Fetching from a server on this machine.
struct DownloadTests {
  let served: TemporaryFolder
  let server: LocalServer
  let target: TemporaryFolder
  /// The sum is what `printf 'hello, martlet' | md5sum` prints.
  let file = PublishedFile(name: "hello", md5: "0c8f4a508d18c0dea6847e7f3947deed")

  init() throws {
    served = try TemporaryFolder()
    try served.write(Array("hello, martlet".utf8), to: "hello")
    server = try LocalServer(folder: served.path)
    target = try TemporaryFolder()
  }

  private func fetch(_ file: PublishedFile, _ kinds: String...) throws -> String {
    var printed = ""
    try download(
      file, from: kinds.map { "\(server.address)/\($0)/" }, into: target.path + "/MNIST/raw",
      progress: DownloadProgress { printed += $0 })
    return printed
  }

  /// The file arrives whole, and the reader is told from where, to where and how much.
  @Test func fetchesAWholeFile() throws {
    let printed = try fetch(file, "good")
    #expect(target.files == ["MNIST/raw/hello"])
    #expect(
      printed == """
        Downloading \(server.address)/good/hello to \(target.path)/MNIST/raw/hello
        \rhello  100%  14 of 14 bytes

        """)
  }

  /// A mirror that has no such file, and one that breaks off, are passed over.
  @Test func triesTheNextMirror() throws {
    let printed = try fetch(file, "missing", "short", "good")
    #expect(target.files == ["MNIST/raw/hello"])
    #expect(printed.components(separatedBy: "Downloading").count == 4)
  }

  /// When no mirror has the file whole, each one's answer is told and nothing is left behind.
  @Test func leavesNothingHalfDone() throws {
    let other = PublishedFile(name: "hello", md5: String(repeating: "0", count: 32))
    let failure = try #require(throws: MirrorsFailed.self) {
      try fetch(other, "missing", "short", "good")
    }
    #expect(target.files == [])
    #expect(failure.attempts.count == 3)
    #expect(failure.attempts[0].hasSuffix("/missing/hello: The requested URL returned error: 404"))
    #expect(failure.attempts[1].contains("transfer closed with 14 bytes remaining to read"))
    #expect(failure.attempts[2].contains("the MD5 sum is \(file.md5), it should be 00000000"))
  }

  /// Without a server there is an answer too.
  @Test func namesAnUnreachableMirror() throws {
    let failure = try #require(throws: MirrorsFailed.self) {
      try download(
        file, from: ["http://127.0.0.1:9/"], into: target.path, progress: DownloadProgress { _ in })
    }
    #expect(failure.attempts[0].contains("127.0.0.1"))
  }

  /// A wish to stop ends the transfer and asks no further mirror.
  @Test func stopsWhenAsked() throws {
    let failure = try #require(throws: MirrorsFailed.self) {
      try download(
        file, from: ["\(server.address)/good/", "\(server.address)/good/"], into: target.path,
        shouldStop: { true }, progress: DownloadProgress { _ in })
    }
    #expect(failure.attempts.count == 1)
    #expect(target.files == [])
  }

  /// A folder that may not be written to is an error of its own: no other mirror would help.
  @Test func namesAFolderThatCannotBeMade() throws {
    let failure = try #require(throws: DataError.self) {
      try download(
        file, from: ["\(server.address)/good/"], into: "/proc/martlet",
        progress: DownloadProgress { _ in })
    }
    #expect(
      failure.description == """
        the folder cannot be made: No such file or directory
          --> /proc/martlet
        hint: free some space or choose another folder that you may write to
        """)
  }

  /// A disk that takes no more is an error, and nothing is left behind.
  @Test func leavesNothingOnAFullDisk() async {
    await #expect(processExitsWith: .success) {
      // A file may not grow beyond eight bytes: the system refuses as a full disk does.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 8, rlim_max: 8)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let folder = try TemporaryFolder()
      do {
        let file = try PartialFile(beside: folder.path + "/set") { what, path in
          DataError(what, at: path, hint: "free some space")
        }
        let error = #expect(throws: DataError.self) {
          try Array("hello, martlet".utf8).withUnsafeBytes { try file.write($0) }
        }
        #expect(error?.description.hasPrefix("the file cannot be written: File too large") == true)
      }
      #expect(folder.files == [])
    }
  }
}
