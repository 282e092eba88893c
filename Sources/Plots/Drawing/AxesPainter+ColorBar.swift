extension AxesPainter {
  /// Takes the right fifth of the room off for a colour bar: 15 hundredths, and 5 before it
  /// (matplotlib's `fraction` and `pad`).
  static func splitOff(_ cell: inout Rectangle) -> Rectangle {
    var bar = cell
    cell.right -= 0.2 * bar.width
    bar.left = bar.right - 0.15 * bar.width
    return bar
  }

  /// Draws the colour bar as high as the axes, and tells what it covers.
  ///
  /// matplotlib's has the height of the room, and so stands higher than a wide picture.
  func drawColorBar() -> Rectangle? {
    guard let bar = axes.colorBar, let cell = barCell else { return nil }
    let left = frame.right + (cell.width / 3)
    let width = min(cell.width, frame.height / 20)
    let strip = Rectangle(
      left: left, top: frame.top, right: left + width, bottom: frame.bottom)
    canvas.draw(strip) { bar.raster }
    canvas.outline(strip, style.foreground, width: canvas.points(0.8))
    return drawTicks(of: bar, beside: strip)
  }

  private func drawTicks(of bar: ColorBar, beside strip: Rectangle) -> Rectangle {
    // Equal ends have no place for a number between them; matplotlib widens them by a tenth.
    let half = bar.vmax > bar.vmin ? 0 : max(0.1 * abs(bar.vmin), 0.1)
    let axis = AxisScale(
      from: bar.vmin - half, at: strip.bottom, to: bar.vmax + half, at: strip.top, kind: .linear)
    let ticks = AxisTicks(
      axis, AxisSettings(), room: Int(axis.length / (2 * canvas.points(Self.letters))))
    var extent = strip
    for tick in ticks.positions {
      canvas.rule(
        from: Point(x: strip.right, y: tick),
        to: Point(x: strip.right + canvas.points(3.5), y: tick), style.foreground,
        width: canvas.points(0.8))
    }
    for (position, label) in ticks.labels {
      let place = Point(x: strip.right + canvas.points(7), y: position)
      extent = extent.union(canvas.text(label, at: place, .left, .centerBaseline, lettering))
    }
    if !ticks.common.isEmpty {
      let place = Point(x: strip.left, y: strip.top - canvas.points(3))
      extent = extent.union(
        canvas.text(Label(ticks.common), at: place, .left, .baseline, lettering))
    }
    if !bar.label.isEmpty {
      let place = Point(x: extent.right + canvas.points(4), y: strip.center.y)
      extent = extent.union(
        canvas.text(Label(bar.label), at: place, .left, .center, lettering, rotated: 90))
    }
    return extent
  }
}

extension ColorBar {
  /// All colours, the last one on top.
  fileprivate var raster: Raster {
    let pixels = (0..<256).reversed().flatMap { step -> [UInt8] in
      let (red, green, blue) = cmap.color(Double(step) / 255.5)
      return [red, green, blue, 255]
    }
    return Raster(width: 1, height: 256, pixels: pixels)
  }
}
