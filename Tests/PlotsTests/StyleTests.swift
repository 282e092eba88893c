import Display
import Images
import Plots
import Testing

/// Styles, layouts and the forms in which figures leave the program.
@Suite(.serialized) struct StyleTests {
  /// A dark figure has light ink on black paper and its own cycle of colours.
  @Test func dark() throws {
    let figure = Figure(style: .dark)
    let axes = figure.subplot()
    axes.plot([1, 1], linewidth: 8)
    let sheet = try sheet(of: figure)
    #expect(sheet[5, 5] == [0, 0, 0] && sheet[328, 100] == [0, 0, 0])
    #expect(sheet[328, 242] == [0x8D, 0xD3, 0xC7])
    #expect(sheet[80, 100] == [255, 255, 255])
  }

  /// What `plt.style` says goes for figures made afterwards, and names of the cycle follow it.
  @Test func currentStyle() {
    defer { plt.style = .light }
    let before = Figure()
    plt.style = .dark
    #expect(Figure().style == .dark && before.style == .light)
    #expect(Color("C0") == Color("#8dd3c7"))
  }

  /// The legend of a figure names curves, bars and points in the order they were drawn.
  @Test func legend() throws {
    func dark(_ isNamed: Bool) throws -> Int {
      let sheet = try sheet {
        $0.bar([0], [1], label: isNamed ? "bars" : nil, color: "red")
        $0.plot([0, 1], [1, 1], label: isNamed ? "curve" : nil, color: "red")
        $0.scatter([0], [1], label: isNamed ? "points" : nil, color: "red")
        ($0.xlim, $0.ylim) = ((0, 10), (0, 10))
        $0.legendLocation = .upperRight
      }
      return sheet.rows(of: [255, 0, 0], x: 480..<570, y: 60..<130)?.count ?? 0
    }
    #expect(try dark(true) > 30)
    #expect(try dark(false) == 0)
  }

  /// Tight layout leaves no label cut off and none across the next axes.
  @Test func tightLayout() throws {
    func pages(_ isTight: Bool) throws -> Image {
      let figure = Figure(figsize: (4, 3))
      for place in 1...4 {
        let axes = figure.subplot(2, 2, place)
        axes.plot([1e-3, 2e-3])
        (axes.title, axes.xlabel, axes.ylabel) = ("title", "x", "y")
      }
      figure.suptitle = "all"
      if isTight { figure.tightLayout() }
      return try sheet(of: figure)
    }
    let (loose, tight) = try (pages(false), pages(true))
    let white: [UInt8] = [255, 255, 255]
    // Without it the labels of the left column run out of the sheet.
    #expect(loose.count(of: white, x: 0..<4, y: 0..<300) < 4 * 300)
    #expect(tight.count(of: white, x: 0..<8, y: 0..<300) == 8 * 300)
    #expect(tight.count(of: white, x: 0..<400, y: 294..<300) == 6 * 400)
    // A column of white between the two columns of axes.
    #expect((150..<250).contains { tight.count(of: white, x: $0..<$0 + 1, y: 0..<300) == 300 })
  }

  /// An SVG file holds shapes in the figure's pixels, letters as shapes and pictures within it.
  @Test func svg() {
    let figure = Figure(figsize: (3, 2))
    figure.subplot(1, 2, 1).plot([1, 2], label: "한글")
    figure.subplot(1, 2, 2).imshow([[0, 1]])
    let text = figure.svg
    #expect(text.hasPrefix("<?xml") && text.contains("</svg>"))
    #expect(text.contains("viewBox=\"0 0 300 200\""))
    #expect(text.contains("<path") && text.contains("data:image/png;base64,"))
    #expect(!text.contains("<text"))
  }

  /// Shown as SVG, the letters of two figures on one page have different names.
  @Test func distinctNames() {
    plt.inlineFormat = .svg
    defer { plt.inlineFormat = .png }
    let documents = ["a", "b"].map { title in
      let figure = Figure()
      figure.subplot().title = title
      guard case .text(let text)? = figure.mimeBundle["image/svg+xml"] else { return "" }
      return text
    }
    let names = documents.map { text in
      Set(text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
    }
    #expect(!names[0].isEmpty && names[0].isDisjoint(with: names[1]))
    for (text, names) in zip(documents, names) {
      for use in text.split(separator: "=\"#").dropFirst() {
        #expect(names.contains(use.prefix { $0 != "\"" }))
      }
    }
  }

  /// More dots to the inch make a larger file of the same figure; tight cuts the empty margin.
  @Test func resolution() throws {
    let figure = Figure(figsize: (2, 1))
    figure.subplot().plot([1, 2])
    let sheet = try sheet(of: figure, dpi: 300)
    #expect(sheet.width == 600 && sheet.height == 300)
  }
}
