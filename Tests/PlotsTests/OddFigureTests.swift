import Display
import Plots
import Testing

/// Numbers, limits and places that no plot expects: a figure comes out all the same.
@Suite struct OddFigureTests {
  private static let odd: [Double] = [
    .nan, .infinity, -.infinity, 1e308, -1e308, 0, .leastNonzeroMagnitude,
  ]

  struct Scene: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let draw: @Sendable (Figure, Axes) -> Void

    init(_ name: String, _ draw: @escaping @Sendable (Figure, Axes) -> Void) {
      (testDescription, self.draw) = (name, draw)
    }
  }

  static let scenes = [
    Scene("numbers that are none") { _, axes in
      axes.scatter(odd, odd, label: "a")
      axes.bar(odd, odd, edgecolor: "k")
      axes.fillBetween(odd, odd, odd)
      axes.boxplot([odd, []])
      axes.hist(odd.filter { abs($0) < 1e300 })
      axes.legendLocation = .best
    },
    Scene("nothing") { _, axes in
      axes.scatter([Double](), [Double](), c: [Double](), label: "none")
      axes.boxplot([[Double]]())
      axes.xticks([Double]())
      axes.colorbar()
      axes.legendLocation = .best
    },
    Scene("bars from zero on an axis of logarithms") { _, axes in
      axes.yscale = .log
      axes.bar([0, 1, 2], [0, 1, 100])
    },
    Scene("no number above zero on an axis of logarithms") { _, axes in
      (axes.xscale, axes.yscale) = (.log, .log)
      axes.plot([-1, -2], [0, -3])
    },
    Scene("six hundred decades") { _, axes in
      (axes.xscale, axes.yscale) = (.log, .log)
      axes.plot([1e-300, 1e299], [.leastNonzeroMagnitude, 1e299])
    },
    Scene("hardly any part of a decade") { _, axes in
      axes.yscale = .log
      axes.plot([1, 2], [2.50001, 2.50002])
    },
    Scene("a picture on an axis of logarithms") { _, axes in
      axes.imshow([[1, 2], [3, 4]])
      axes.xscale = .log
    },
    Scene("a picture of equal, of huge and of no numbers") { _, axes in
      axes.imshow([[5, 5]])
      axes.imshow([[1e308, -1e308]])
      axes.imshow([[.nan]])
      axes.colorbar()
    },
    Scene("texts far away and nowhere") { _, axes in
      axes.plot([1, 2])
      axes.text(1e12, -1e12, "far")
      axes.text(.nan, 0, "nowhere")
      axes.annotate("here", xy: (0, 0), xytext: (0, 0))
      axes.annotate("there", xy: (1e9, 0), xytext: (0, 1))
    },
    Scene("no room for tight labels") { figure, axes in
      figure.subplot(3, 3, 5).title = "a long title"
      axes.title = "a long title"
      figure.tightLayout(pad: 100)
    },
    Scene("numbers in a heat map") { _, axes in
      axes.heatmap([[1e300, .nan], [-.infinity, 0.12345]], decimals: 6)
    },
  ]

  /// Both forms of the figure are made.
  @Test(arguments: scenes) func drawn(scene: Scene) {
    let figure = Figure(figsize: (2, 1.5))
    scene.draw(figure, figure.subplot())
    #expect(figure.mimeBundle["image/png"] != nil)
    #expect(figure.svg.hasSuffix("</svg>\n"))
  }

  /// A part of a picture that is enlarged a million times keeps its colours.
  @Test func enlarged() throws {
    let sheet = try sheet {
      $0.imshow([[0, 1], [1, 0]], cmap: .gray)
      ($0.xlim, $0.ylim) = ((0.499999, 0.500001), (0.1000002, 0.0999998))
    }
    #expect(sheet[200, 240] == [0, 0, 0] && sheet[450, 240] == [255, 255, 255])
  }
}
