import Foundation
import Images
import Plots

/// The whole sheet of a figure, as a file of it has it.
func sheet(of figure: Figure, dpi: Double? = nil) throws -> Image {
  let path = NSTemporaryDirectory() + UUID().uuidString + ".png"
  defer { unlink(path) }
  try figure.savefig(path, dpi: dpi)
  let image = try readImage(path)
  // What has no colour is written with one channel.
  return image.channels == 3
    ? image
    : Image(
      width: image.width, height: image.height, channels: 3,
      pixels: image.pixels.flatMap { [$0, $0, $0] })
}

/// The sheet of a figure with one pair of axes, which lie from (80, 57.6) to (576, 427.2).
func sheet(_ draw: (Axes) -> Void) throws -> Image {
  let figure = Figure()
  draw(figure.subplot())
  return try sheet(of: figure)
}

extension Image {
  /// How many pixels of a part have exactly this colour.
  func count(of color: [UInt8], x: Range<Int>, y: Range<Int>) -> Int {
    y.reduce(0) { sum, row in sum + x.count { self[$0, row] == color } }
  }

  /// The columns of a part in which a colour is found.
  func columns(of color: [UInt8], x: Range<Int>, y: Range<Int>) -> ClosedRange<Int>? {
    let found = x.filter { column in y.contains { self[column, $0] == color } }
    return found.isEmpty ? nil : found[0]...found[found.count - 1]
  }

  /// The rows of a part in which a colour is found.
  func rows(of color: [UInt8], x: Range<Int>, y: Range<Int>) -> ClosedRange<Int>? {
    let found = y.filter { row in x.contains { self[$0, row] == color } }
    return found.isEmpty ? nil : found[0]...found[found.count - 1]
  }
}
