internal import Images

/// Draws a figure.
struct FigurePainter {
  let figure: Figure

  /// A part of the sheet as pixels, `scale` of them for each of the figure's; with one channel where
  /// nothing has a colour.
  func image(of part: Rectangle, scale: Double) -> Image {
    let width = max(1, (part.width * scale).rounded(.down))
    let height = max(1, (part.height * scale).rounded(.down))
    let canvas = Canvas(
      width: Int(width), height: Int(height), origin: Point(x: part.left, y: part.top),
      scale: scale, dpi: figure.dpi)
    canvas.paint(figure.style.background)
    _ = draw(on: canvas)
    return canvas.image().withoutNeedlessChannels
  }

  /// A part of the sheet as an SVG document.
  func svg(of part: Rectangle) -> [UInt8] {
    let document = SVGDocument()
    let canvas = Canvas(
      svg: document, width: part.width, height: part.height,
      origin: Point(x: part.left, y: part.top), dpi: figure.dpi)
    canvas.paint(figure.style.background)
    _ = draw(on: canvas)
    canvas.finish()
    return document.bytes
  }

  /// All of the sheet.
  var sheet: Rectangle {
    Rectangle(
      left: 0, top: 0, right: figure.figsize.width * figure.dpi,
      bottom: figure.figsize.height * figure.dpi)
  }

  /// The part of the sheet that holds something, and a tenth of an inch around it: what
  /// notebooks show of a matplotlib figure (`bbox_inches="tight"`).
  var drawnPart: Rectangle {
    let drawn = draw(on: Canvas(measuringAt: figure.dpi)).outset(0.1 * figure.dpi)
    // A text may stand anywhere; what is further away than the sheet is large is cut off.
    let extent = drawn.intersection(sheet.outset(max(sheet.width, sheet.height)))
    let (left, top) = (extent.left.rounded(.down), extent.top.rounded(.down))
    return Rectangle(
      left: left, top: top, right: left + extent.width.rounded(.up),
      bottom: top + extent.height.rounded(.up))
  }

  /// Draws everything and tells what it covers.
  private func draw(on canvas: Canvas) -> Rectangle {
    let parameters = figure.tightPad.map(tightParameters) ?? figure.parameters
    var extent: Rectangle?
    for axes in figure.axes {
      let painter = AxesPainter(
        axes: axes, canvas: canvas, cell: axes.place.cell(in: sheet, parameters))
      let covered = painter.draw()
      extent = extent?.union(covered) ?? covered
    }
    if !figure.suptitle.isEmpty {
      let covered = canvas.text(
        Label(figure.suptitle), at: Point(x: sheet.center.x, y: 0.02 * sheet.height), .center,
        .top, Lettering(points: 12, color: figure.style.foreground))
      extent = extent?.union(covered) ?? covered
    }
    return extent ?? sheet
  }

  /// Measures all axes and moves them so that what sticks out finds room: twice, since axes of
  /// another size may have other ticks.
  private func tightParameters(pad: Double) -> SubplotParameters {
    tightParameters(pad: pad, from: tightParameters(pad: pad, from: figure.parameters))
  }

  private func tightParameters(
    pad: Double, from parameters: SubplotParameters
  ) -> SubplotParameters {
    let canvas = Canvas(measuringAt: figure.dpi)
    let overhangs = figure.axes.map { axes in
      let cell = axes.place.cell(in: sheet, parameters)
      let covered = AxesPainter(axes: axes, canvas: canvas, cell: cell).draw()
      let edges = Rectangle(
        left: max(0, cell.left - covered.left), top: max(0, cell.top - covered.top),
        right: max(0, covered.right - cell.right), bottom: max(0, covered.bottom - cell.bottom))
      return (place: axes.place, edges: edges)
    }
    let letters = canvas.points(AxesPainter.letters)
    let title = canvas.size(of: figure.suptitle, points: 12)
    return TightLayout(overhangs).parameters(
      sheet: sheet, pad: pad * letters,
      header: figure.suptitle.isEmpty ? 0 : 0.02 * sheet.height + title.height)
  }
}
