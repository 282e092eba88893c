extension AxesPainter {
  func drawGrid() {
    let width = canvas.points(0.8)
    for tick in xTicks.positions {
      canvas.rule(
        from: Point(x: tick, y: frame.top), to: Point(x: tick, y: frame.bottom), style.grid,
        width: width)
    }
    for tick in yTicks.positions {
      canvas.rule(
        from: Point(x: frame.left, y: tick), to: Point(x: frame.right, y: tick), style.grid,
        width: width)
    }
  }

  /// Draws the ticks below and their labels; returns what they cover.
  func drawXTicks() -> Rectangle {
    var extent = frame
    func mark(_ x: Double, _ length: Double, _ width: Double) {
      canvas.rule(
        from: Point(x: x, y: frame.bottom),
        to: Point(x: x, y: frame.bottom + canvas.points(length)), style.foreground,
        width: canvas.points(width))
    }
    for tick in xTicks.minorPositions { mark(tick, 2, 0.6) }
    for tick in xTicks.positions { mark(tick, 3.5, 0.8) }
    let top = frame.bottom + canvas.points(7)
    for (position, label) in xTicks.labels {
      extent = extent.union(
        canvas.text(
          label, at: Point(x: position, y: top), axes.xAxis.alignment ?? .center, .top,
          lettering, rotated: axes.xAxis.rotation))
    }
    if !xTicks.common.isEmpty {
      let below = extent.bottom + canvas.points(3)
      extent = extent.union(
        canvas.text(
          Label(xTicks.common), at: Point(x: frame.right, y: below), .right, .top, lettering))
    }
    return extent
  }

  /// Draws the ticks on the left and their labels; returns what they cover.
  func drawYTicks() -> Rectangle {
    var extent = frame
    func mark(_ y: Double, _ length: Double, _ width: Double) {
      canvas.rule(
        from: Point(x: frame.left - canvas.points(length), y: y), to: Point(x: frame.left, y: y),
        style.foreground, width: canvas.points(width))
    }
    for tick in yTicks.minorPositions { mark(tick, 2, 0.6) }
    for tick in yTicks.positions { mark(tick, 3.5, 0.8) }
    let right = frame.left - canvas.points(7)
    for (position, label) in yTicks.labels {
      extent = extent.union(
        canvas.text(
          label, at: Point(x: right, y: position), axes.yAxis.alignment ?? .right, .centerBaseline,
          lettering, rotated: axes.yAxis.rotation))
    }
    if !yTicks.common.isEmpty {
      let above = frame.top - canvas.points(3)
      extent = extent.union(
        canvas.text(
          Label(yTicks.common), at: Point(x: frame.left, y: above), .left, .baseline, lettering))
    }
    return extent
  }
}
