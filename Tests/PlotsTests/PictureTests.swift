import Display
import Foundation
import Images
import Plots
import Testing

/// Pictures on axes, looked at pixel by pixel in the files that come out.
@Suite struct PictureTests {
  private let matrix = [[0.0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]

  /// The middle of each cell has exactly its colour, and the first row is on top.
  @Test func cellColours() throws {
    let sheet = try sheet { $0.imshow(matrix, cmap: .gray) }
    for (row, numbers) in matrix.enumerated() {
      for (column, number) in numbers.enumerated() {
        let (x, y) = middle(column: column, row: row, columns: 4, rows: 3)
        let grey = UInt8((Double(Int(number / 11 * 256).clamped(to: 255)) / 255 * 255).rounded())
        #expect(sheet[x, y] == [grey, grey, grey])
        // Up to its edges: nothing is smoothed.
        #expect(sheet[x - 50, y - 50] == [grey, grey, grey])
        #expect(sheet[x + 50, y + 50] == [grey, grey, grey])
      }
    }
    #expect(sheet[5, 5] == [255, 255, 255])
  }

  /// Colours of a map: the ends and the middle of viridis, as published.
  @Test func viridis() throws {
    let sheet = try sheet { $0.imshow([[0, 0.5, 1]]) }
    #expect(sheet[at(column: 0)] == [0x44, 0x01, 0x54])
    #expect(sheet[at(column: 1)] == [0x21, 0x91, 0x8C])
    #expect(sheet[at(column: 2)] == [0xFD, 0xE7, 0x25])
  }

  /// Numbers outside of given limits take the colours of the ends, NaN none.
  @Test func limitsAndGaps() throws {
    let sheet = try sheet { $0.imshow([[-5, .nan, 5]], cmap: .gray, vmin: -1, vmax: 1) }
    #expect(sheet[at(column: 0)] == [0, 0, 0])
    #expect(sheet[at(column: 1)] == [255, 255, 255])
    #expect(sheet[at(column: 2)] == [255, 255, 255])
  }

  /// A picture of one grey is drawn in the first colour, as matplotlib does.
  @Test func constantPicture() throws {
    let sheet = try sheet { $0.imshow([[7, 7, 7]], cmap: .gray) }
    #expect(sheet[at(column: 1)] == [0, 0, 0])
  }

  /// Colour pictures keep their colours; what is transparent lets the paper through.
  @Test func colourPicture() throws {
    let image = Image(
      width: 3, height: 1, channels: 4, pixels: [10, 20, 30, 255, 9, 9, 9, 0, 0, 0, 0, 128])
    let sheet = try sheet { $0.imshow(image) }
    #expect(sheet[at(column: 0)] == [10, 20, 30])
    #expect(sheet[at(column: 1)] == [255, 255, 255])
    #expect(sheet[at(column: 2)] == [127, 127, 127])
  }

  /// Made smaller, a fine chessboard becomes an even grey, and a constant stays what it is.
  @Test func smaller() {
    let board = (0..<64).flatMap { y in
      (0..<64).flatMap { x in [UInt8](repeating: (x + y) % 2 == 0 ? 255 : 0, count: 3) + [255] }
    }
    let small = Raster(width: 64, height: 64, pixels: board).resampled(width: 16, height: 16)
    #expect(small.pixels.count == 4 * 16 * 16)
    for pixel in stride(from: 0, to: small.pixels.count, by: 4) {
      #expect(abs(Int(small.pixels[pixel]) - 128) <= 2)
      #expect(small.pixels[pixel + 3] == 255)
    }
    let flat = Raster(width: 5, height: 7, pixels: [UInt8](repeating: 200, count: 140))
    for (width, height) in [(1, 1), (3, 2), (5, 7), (9, 13), (40, 50)] {
      #expect(
        Set(flat.resampled(width: width, height: height).pixels).isSubset(of: [199, 200, 201]))
    }
  }

  /// Enlarging three times and a half repeats pixels and makes no new colours.
  @Test func larger() {
    let pixels: [UInt8] = [1, 2, 3, 255, 4, 5, 6, 255]
    let large = Raster(width: 2, height: 1, pixels: pixels).resampled(width: 7, height: 4)
    // The middle of the seventh lies on the edge, which goes to the left pixel.
    let row =
      [UInt8](Array(repeating: pixels[..<4], count: 4).joined())
      + [UInt8](Array(repeating: pixels[4...], count: 3).joined())
    #expect(large.pixels == Array(repeating: row, count: 4).flatMap { $0 })
  }

  /// The middle of a cell of a picture in the only axes of a default figure: the axes are
  /// 496 × 369.6 pixels around (328, 237.6).
  private func middle(column: Int, row: Int, columns: Int, rows: Int) -> (Int, Int) {
    let cell = min(496 / Double(columns), 369.6 / Double(rows))
    let x = 328 + (Double(column) + 0.5 - Double(columns) / 2) * cell
    let y = 237.6 + (Double(row) + 0.5 - Double(rows) / 2) * cell
    return (Int(x), Int(y))
  }

  private func at(column: Int) -> (Int, Int) { middle(column: column, row: 0, columns: 3, rows: 1) }
}

extension Image {
  fileprivate subscript(place: (Int, Int)) -> [UInt8] { self[place.0, place.1] }
}

extension Int {
  fileprivate func clamped(to limit: Int) -> Int { Swift.min(self, limit) }
}
