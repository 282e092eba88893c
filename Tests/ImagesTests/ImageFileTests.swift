import Display
import Foundation
import Images
import Testing

/// Pictures that are written and read again.
@Suite struct ImageFileTests {
  private let folder = NSTemporaryDirectory() + "images-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Every kind of pixels comes back as it was, for sizes around the compressor's blocks.
  @Test(arguments: 1...4, [1, 2, 7, 64, 333])
  func roundTrip(channels: Int, width: Int) throws {
    var generator = SplitMix(state: UInt64(channels * width))
    let height = 1 + width % 5
    let image = Image(
      width: width, height: height, channels: channels,
      pixels: (0..<width * height * channels).map { _ in .random(in: 0...255, using: &generator) })
    #expect(try Image(png: image.pngData()) == image)
    let path = "\(folder)/a.png"
    try image.writePNG(path)
    #expect(try readImage(path) == image)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.png"])
    try FileManager.default.removeItem(atPath: folder)
  }

  /// The density stands in the file in pixels per metre, 3937 for 100 dpi.
  @Test func density() throws {
    let file = try Image(width: 1, height: 1, channels: 1).pngData(dpi: 100)
    let place = try #require(
      file.indices.first { file[$0...].starts(with: Array("pHYs".utf8)) })
    let stored = Array(file[(place + 4)..<(place + 13)])
    #expect(stored == [0, 0, 0x0F, 0x61, 0, 0, 0x0F, 0x61, 1])
  }

  /// Errors name the file and what the system says.
  @Test func errors() throws {
    #expect(
      text { try readImage("\(folder)/none.png") }
        == "\(folder)/none.png: cannot read: No such file or directory")
    #expect(
      text { try Image(width: 1, height: 1, channels: 1).writePNG("\(folder)/no/a.png") }
        == "\(folder)/no/a.png: cannot write: No such file or directory")
    let photo = "\(folder)/photo.png"
    try Data([0xFF, 0xD8, 0xFF, 0xE0]).write(to: URL(fileURLWithPath: photo))
    #expect(
      text { try readImage(photo) }
        == "\(photo): not a whole JPEG file: Premature end of JPEG file (at byte 4 of 4)")
    try Data("hello, world".utf8).write(to: URL(fileURLWithPath: photo))
    #expect(
      text { try readImage(photo) }
        == "\(photo): not a whole PNG file: Not a PNG file (at byte 8 of 12)")
  }

  /// A disk that takes no more is an error, and no part of a file is left behind.
  @Test func fullDisk() async {
    await #expect(processExitsWith: .success) {
      // A file may not grow beyond eight bytes: the system refuses as a full disk does.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 8, rlim_max: 8)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let folder = NSTemporaryDirectory() + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let error = #expect(throws: ImageError.self) {
        try Image(width: 9, height: 9, channels: 3).writePNG(folder + "/a.png")
      }
      #expect(error?.description == "\(folder)/a.png: cannot write: File too large")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  /// A JPEG file is known by its bytes, whatever it is called.
  @Test func readsJPEG() throws {
    let path = "\(folder)/photo.png"
    try Data(bytes(JPEGDecodingTests.colour)).write(to: URL(fileURLWithPath: path))
    #expect(try readImage(path).description == "Image(17 × 9, RGB)")
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Grey and alpha become colours, pixels become squares, and a cell shows a PNG with its text.
  @Test func conversions() throws {
    let image = Image(width: 2, height: 1, channels: 2, pixels: [7, 255, 9, 0])
    #expect(image.rgb == Image(width: 2, height: 1, channels: 3, pixels: [7, 7, 7, 9, 9, 9]))
    let colours = Image(width: 1, height: 1, channels: 4, pixels: [1, 2, 3, 4])
    #expect(colours.rgb.pixels == [1, 2, 3])
    let large = image.rgb.enlarged(2)
    #expect(large.pixels == [7, 7, 7, 7, 7, 7, 9, 9, 9, 9, 9, 9] + large.pixels[..<12])
    #expect(image.mimeBundle["text/plain"] == .text("Image(2 × 1, grey+alpha)"))
    #expect(image.mimeBundle["image/png"] == .binary(try image.pngData()))
  }

  private func text<T>(_ body: () throws -> T) -> String {
    do { return "\(try body())" } catch { return "\(error)" }
  }
}
