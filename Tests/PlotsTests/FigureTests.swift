import Display
import Foundation
import Images
import Plots
import Testing

/// Figures, what notebooks get of them, and the calls of `plt`.
@Suite(.serialized) struct FigureTests {
  /// A figure gives a PNG with two pixels for one, its size on the page, and its description.
  @Test func bundle() throws {
    let figure = Figure()
    figure.subplot().imshow([[0, 1], [2, 3]])
    let bundle = figure.mimeBundle
    #expect(bundle.entries.map(\.type) == ["image/png", "text/plain"])
    #expect(bundle["text/plain"] == .text("<Figure size 640x480 with 1 Axes>"))
    guard case .binary(let file)? = bundle["image/png"] else {
      Issue.record("no picture")
      return
    }
    let image = try Image(png: file)
    let json = try #require(bundle.metadata.first?.json)
    #expect(json == "{\"width\": \(image.width / 2), \"height\": \(image.height / 2)}")
    // Cut to the axes, 369.6 pixels wide, their labels and a tenth of an inch.
    #expect((440...470).contains(image.width / 2))
    #expect((405...425).contains(image.height / 2))
  }

  /// A figure without axes is a line of text.
  @Test func emptyFigure() {
    let bundle = Figure(figsize: (10, 7)).mimeBundle
    #expect(bundle.entries.map(\.type) == ["text/plain"])
    #expect(bundle["text/plain"] == .text("<Figure size 1000x700 with 0 Axes>"))
  }

  /// Labels make the cut picture grow, and taking the axes off makes it shrink to the picture.
  @Test func crop() throws {
    let plain = try size { $0.imshow([[0, 1], [2, 3]]) }
    let titled = try size {
      $0.imshow([[0, 1], [2, 3]])
      $0.title = "티셔츠"
    }
    let bare = try size {
      $0.imshow([[0, 1], [2, 3]])
      $0.isOn = false
    }
    #expect(titled.height > plain.height + 30 && titled.width == plain.width)
    // 369.6 pixels and 10 on each side, twice.
    #expect(bare.width == 780 && bare.height == 780)
  }

  /// Hangul in a title is drawn with letters, each different, and not with empty boxes.
  @Test func hangul() throws {
    let titles = try ["가", "나", "힣"].map { title in
      let figure = Figure()
      figure.subplot().title = title
      let path = NSTemporaryDirectory() + UUID().uuidString + ".png"
      defer { unlink(path) }
      try figure.savefig(path)
      return try readImage(path)
    }
    #expect(titles[0] != titles[1])
    #expect(titles[1] != titles[2])
  }

  /// Calls draw on one figure until it is shown, and on the axes chosen last.
  @Test func currentFigure() {
    plt.close()
    let figure = plt.figure(figsize: (3, 2))
    #expect(plt.gcf() === figure)
    let axes = plt.subplot(1, 2, 2)
    plt.title("right")
    #expect(axes.title == "right")
    #expect(plt.subplot(1, 2, 1) !== axes)
    #expect(plt.subplot(1, 2, 2) === axes)
    #expect(figure.description == "<Figure size 300x200 with 2 Axes>")
    #expect("\(plt.imshow([[1, 2, 3]]))" == "AxesImage(3 × 1)")
    #expect("\(plt.plot([1, 2], label: "loss"))" == "Line2D(\"loss\", 2 points)")
    plt.close()
    #expect(plt.gcf() !== figure)
    plt.close()
  }

  /// Curves take the colours of the cycle one after another; a chosen colour takes none.
  @Test func colourCycle() throws {
    let figure = Figure()
    let axes = figure.subplot()
    axes.plot([0, 0], linewidth: 8)
    axes.plot([1, 1], "r", linewidth: 8)
    axes.plot([2, 2], linewidth: 8)
    let path = NSTemporaryDirectory() + UUID().uuidString + ".png"
    defer { unlink(path) }
    try figure.savefig(path)
    let sheet = try readImage(path)
    // The axes are 369.6 pixels high from 57.6; the margin is a twentieth of the range.
    let rows = [2.0, 1, 0].map { Int(57.6 + 369.6 * (0.1 + $0) / 2.2) }
    #expect(sheet[328, rows[0]] == [0x1F, 0x77, 0xB4])
    #expect(sheet[328, rows[1]] == [255, 0, 0])
    #expect(sheet[328, rows[2]] == [0xFF, 0x7F, 0x0E])
  }

  /// Curves with gaps, without points, of one point and of huge numbers are drawn.
  @Test func oddCurves() {
    for values in [[], [1.0], [.nan], [.infinity, 1], [1, .nan, 3, 4], [1e300, -1e300], [5, 5]] {
      let figure = Figure()
      figure.subplot().plot(values, "o-", label: "a")
      figure.subplot().legendLocation = .best
      #expect(figure.mimeBundle["image/png"] != nil)
    }
  }

  private func size(_ draw: (Axes) -> Void) throws -> (width: Int, height: Int) {
    let figure = Figure()
    draw(figure.subplot())
    guard case .binary(let file)? = figure.mimeBundle["image/png"] else { return (0, 0) }
    let image = try Image(png: file)
    return (image.width, image.height)
  }
}
