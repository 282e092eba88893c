extension AxesPainter {
  var xTicks: [Double] {
    // matplotlib takes a label to be three letters wide along x, and two high along y.
    TickLocator(length: x.length / canvas.points(1), labelSize: Self.letters, labelsPerTick: 3)
      .ticks(from: x.lower, to: x.upper)
  }

  var yTicks: [Double] {
    TickLocator(length: y.length / canvas.points(1), labelSize: Self.letters, labelsPerTick: 2)
      .ticks(from: y.lower, to: y.upper)
  }

  func drawGrid() {
    let color: Color = "#b0b0b0"
    let width = canvas.points(0.8)
    for tick in xTicks.map(x.position) {
      canvas.rule(
        from: Point(x: tick, y: frame.top), to: Point(x: tick, y: frame.bottom), color,
        width: width)
    }
    for tick in yTicks.map(y.position) {
      canvas.rule(
        from: Point(x: frame.left, y: tick), to: Point(x: frame.right, y: tick), color,
        width: width)
    }
  }

  /// Draws the ticks below and their labels; returns what they cover.
  func drawXTicks() -> Rectangle {
    let ticks = xTicks
    let labels = TickLabels(ticks, from: x.lower, to: x.upper)
    let top = frame.bottom + canvas.points(7)
    var extent = frame
    for (tick, text) in zip(ticks.map(x.position), labels.texts) {
      canvas.rule(
        from: Point(x: tick, y: frame.bottom),
        to: Point(x: tick, y: frame.bottom + canvas.points(3.5)), .black, width: canvas.points(0.8))
      extent = extent.union(label(text, left: { tick - $0.width / 2 }, top: { _ in top }))
    }
    if !labels.common.isEmpty {
      let below = extent.bottom + canvas.points(3)
      let right = frame.right
      extent = extent.union(
        label(labels.common, left: { right - $0.width }, top: { _ in below }))
    }
    return extent
  }

  /// Draws the ticks on the left and their labels; returns what they cover.
  func drawYTicks() -> Rectangle {
    let ticks = yTicks
    let labels = TickLabels(ticks, from: y.lower, to: y.upper)
    let right = frame.left - canvas.points(7)
    var extent = frame
    for (tick, text) in zip(ticks.map(y.position), labels.texts) {
      canvas.rule(
        from: Point(x: frame.left - canvas.points(3.5), y: tick),
        to: Point(x: frame.left, y: tick), .black, width: canvas.points(0.8))
      // The middle of the letters, not of the box with its descent, is level with the tick.
      extent = extent.union(
        label(text, left: { right - $0.width }, top: { tick - $0.ascent / 2 }))
    }
    if !labels.common.isEmpty {
      let above = frame.top - canvas.points(3)
      extent = extent.union(
        label(labels.common, left: { _ in frame.left }, top: { above - $0.ascent }))
    }
    return extent
  }

  /// Draws a text of ordinary size whose corner depends on its own size.
  private func label(
    _ text: String, left: (TextSize) -> Double, top: (TextSize) -> Double
  ) -> Rectangle {
    let size = canvas.size(of: text, points: Self.letters)
    let (left, top) = (left(size), top(size))
    canvas.text(text, base: Point(x: left, y: top + size.ascent), points: Self.letters)
    return Rectangle(left: left, top: top, right: left + size.width, bottom: top + size.height)
  }
}
