internal import Images

/// Draws a figure.
struct FigurePainter {
  let figure: Figure

  /// The whole sheet, `scale` device pixels to one of the figure.
  func image(scale: Double = 1) -> Image {
    let width = (figure.figsize.width * figure.dpi * scale).rounded(.down)
    let height = (figure.figsize.height * figure.dpi * scale).rounded(.down)
    let canvas = Canvas(
      width: Int(width), height: Int(height), origin: Point(x: 0, y: 0), scale: scale,
      dpi: figure.dpi)
    _ = draw(on: canvas)
    return canvas.image()
  }

  /// The part of the sheet that holds something, and a tenth of an inch around it: what
  /// notebooks show of a matplotlib figure (`bbox_inches="tight"`).
  func croppedImage(scale: Double) -> Image {
    // A first round on a sheet of one pixel finds out how much room everything takes.
    let measuring = Canvas(
      width: 1, height: 1, origin: Point(x: 0, y: 0), scale: 1, dpi: figure.dpi)
    let extent = draw(on: measuring).outset(0.1 * figure.dpi)
    let width = max(1, extent.width.rounded(.up))
    let height = max(1, extent.height.rounded(.up))
    let canvas = Canvas(
      width: Int(width * scale), height: Int(height * scale),
      origin: Point(x: extent.left.rounded(.down), y: extent.top.rounded(.down)), scale: scale,
      dpi: figure.dpi)
    _ = draw(on: canvas)
    return canvas.image()
  }

  /// Draws everything and tells what it covers.
  private func draw(on canvas: Canvas) -> Rectangle {
    let sheet = Rectangle(
      left: 0, top: 0, right: figure.figsize.width * figure.dpi,
      bottom: figure.figsize.height * figure.dpi)
    var extent: Rectangle?
    for axes in figure.axes {
      let painter = AxesPainter(axes: axes, canvas: canvas, cell: axes.place.cell(in: sheet))
      let covered = painter.draw()
      extent = extent?.union(covered) ?? covered
    }
    if !figure.suptitle.isEmpty {
      let size = canvas.size(of: figure.suptitle, points: 12)
      let top = sheet.top + 0.02 * sheet.height
      let left = sheet.center.x - size.width / 2
      canvas.text(figure.suptitle, base: Point(x: left, y: top + size.ascent), points: 12)
      let covered = Rectangle(
        left: left, top: top, right: left + size.width, bottom: top + size.height)
      extent = extent?.union(covered) ?? covered
    }
    return extent ?? sheet
  }
}

extension SubplotPlace {
  /// The rectangle of the axes with matplotlib's margins: 0.125 on the left, 0.1 on the right,
  /// 0.12 above, 0.11 below, and a fifth of the axes between them.
  func cell(in sheet: Rectangle) -> Rectangle {
    let (left, right, top, bottom, space) = (0.125, 0.9, 0.88, 0.11, 0.2)
    let width = (right - left) / (Double(columns) + space * Double(columns - 1))
    let height = (top - bottom) / (Double(rows) + space * Double(rows - 1))
    let column = Double((index - 1) % columns)
    let row = Double((index - 1) / columns)
    let x = left + column * width * (1 + space)
    let y = 1 - top + row * height * (1 + space)
    return Rectangle(
      left: sheet.width * x, top: sheet.height * y, right: sheet.width * (x + width),
      bottom: sheet.height * (y + height))
  }
}
