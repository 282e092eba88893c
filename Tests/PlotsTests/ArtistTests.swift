import Images
import Plots
import Testing

/// What is drawn on axes, looked at in the files that come out: axes from (80, 57.6) to (576,
/// 427.2) pixels.
@Suite struct ArtistTests {
  private let red: [UInt8] = [255, 0, 0]
  private let all = (80..<577, 57..<428)

  /// Bars fill exactly their part of the axes, without a seam to the next one.
  @Test func bars() throws {
    let sheet = try sheet {
      $0.bar([0, 1], [1, 2], width: 1, color: "red")
      ($0.xlim, $0.ylim) = ((-1, 3), (0, 4))
    }
    #expect(sheet.columns(of: red, x: all.0, y: 400..<401) == 142...389)
    #expect(sheet.count(of: red, x: 142..<390, y: 400..<401) == 248)
    // Half of the height for the second bar, a quarter for the first one.
    #expect(sheet.rows(of: red, x: 300..<301, y: all.1)?.lowerBound == 242)
    #expect(sheet.rows(of: red, x: 150..<151, y: all.1)?.lowerBound == 335)
  }

  /// Bars with names lie with `barh`, and stand on others with `bottom`.
  @Test func lyingAndStackedBars() throws {
    let lying = try sheet {
      $0.barh(["a", "b"], [1, 2], color: "red")
      $0.xlim = (0, 4)
    }
    #expect(lying.columns(of: red, x: 82..<576, y: 155..<156)?.upperBound == 327)
    let stacked = try sheet {
      $0.bar([0], [1], color: "blue")
      $0.bar([0], [1], bottom: [1], color: "red")
      $0.ylim = (0, 2)
    }
    #expect(stacked[328, 150] == red && stacked[328, 350] == [0, 0, 255])
  }

  /// A point of a scatter plot has the area and the colour it was given.
  @Test func scatter() throws {
    let sheet = try sheet {
      $0.scatter([0, 1], [0, 0], s: 400, c: [0, 1], cmap: .gray, marker: "s")
      ($0.xlim, $0.ylim) = ((-1, 2), (-1, 1))
    }
    // 20 points and an edge of one and a half make 29.9 pixels.
    let columns = try #require(sheet.columns(of: [0, 0, 0], x: 200..<300, y: 242..<243))
    #expect((28...31).contains(columns.count))
    #expect(columns.contains(245))
    #expect(sheet[411, 242] == [255, 255, 255])
  }

  /// A picture of numbers gets a strip of all its colours, with the largest on top.
  ///
  /// matplotlib 3.11.2 has the picture from 107.2 to 476.8 and the strip from 501.6 to 520.1.
  @Test func colourBar() throws {
    let sheet = try sheet {
      $0.imshow([[0, 1], [1, 0]], cmap: .gray)
      $0.colorbar(label: "value")
    }
    #expect(sheet[510, 60][0] > 248 && sheet[510, 424][0] < 8)
    #expect(sheet[510, 242][0] > 120 && sheet[510, 242][0] < 135)
    #expect(sheet[200, 150] == [0, 0, 0] && sheet[110, 150] == [0, 0, 0])
    #expect(sheet[95, 127] == [255, 255, 255] && sheet[490, 242] == [255, 255, 255])
  }

  /// A confusion matrix writes white numbers on dark fields and black ones on light fields.
  @Test func confusionMatrix() throws {
    let sheet = try sheet {
      $0.confusionMatrix([[90, 1], [2, 80]], classes: ["고양이", "개"], colorbar: false)
    }
    let dark = (200..<270, 130..<180)
    let light = (380..<450, 130..<180)
    #expect(sheet.count(of: [255, 255, 255], x: dark.0, y: dark.1) > 2)
    #expect(sheet.count(of: [255, 255, 255], x: light.0, y: light.1) == 0)
    #expect(sheet.count(of: [0, 0, 0], x: light.0, y: light.1) > 3)
  }

  /// Powers of ten are equally far apart on an axis of logarithms, and what has none is left out.
  @Test func logarithms() throws {
    let sheet = try sheet {
      $0.yscale = .log
      $0.plot([0, 1, 2, 3], [1, 10, 100, -5], "rs")
      ($0.xlim, $0.ylim) = ((-1, 3), (0.1, 1000))
    }
    let thirds = [204, 328, 452].map { sheet.rows(of: red, x: $0..<$0 + 1, y: all.1) }
    let middles = thirds.map { ($0!.lowerBound + $0!.upperBound) / 2 }
    #expect(abs(middles[0] - 335) <= 1 && abs(middles[1] - 242) <= 1 && abs(middles[2] - 150) <= 1)
    #expect(sheet.columns(of: red, x: 470..<576, y: all.1) == nil)
  }

  /// A text stands where its alignment says, turned by a quarter it is as high as it was wide.
  @Test func texts() throws {
    func inked(_ ha: HorizontalAlignment, _ rotation: Double) throws -> (Range<Int>, Range<Int>) {
      let sheet = try sheet {
        $0.isOn = false
        $0.text(0.5, 0.5, "wide text", color: "red", ha: ha, va: .center, rotation: rotation)
      }
      let columns = try #require(
        (0..<640).filter { x in (0..<480).contains { sheet[x, $0] != [255, 255, 255] } })
      let rows = (0..<480).filter { y in (0..<640).contains { sheet[$0, y] != [255, 255, 255] } }
      return (columns[0]..<columns[columns.count - 1] + 1, rows[0]..<rows[rows.count - 1] + 1)
    }
    let (left, center, right) = try (inked(.left, 0), inked(.center, 0), inked(.right, 0))
    #expect(abs(left.0.lowerBound - 328) <= 2 && abs(right.0.upperBound - 328) <= 2)
    #expect(abs(center.0.lowerBound + center.0.upperBound - 656) <= 3)
    let turned = try inked(.center, 90)
    #expect(abs(turned.1.count - center.0.count) <= 2)
    #expect(abs(turned.0.count - center.1.count) <= 2)
  }

  /// Areas, reference lines, boxes and remarks are drawn where they belong.
  @Test func others() throws {
    let sheet = try sheet {
      $0.fillBetween([0, 1], [0, 0], [1, 1], color: "red")
      $0.axhline(1.5, color: "blue", linewidth: 4)
      $0.axvline(1.5, color: "lime", linewidth: 4)
      ($0.xlim, $0.ylim) = ((0, 2), (0, 2))
    }
    #expect(sheet[200, 300] == red && sheet[400, 200] == [255, 255, 255])
    #expect(sheet[200, 150] == [0, 0, 255] && sheet[452, 300] == [0, 255, 0])
  }
}
