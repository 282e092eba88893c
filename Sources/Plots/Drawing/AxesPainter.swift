/// Draws axes: what is on them first, then ticks, frame and labels.
///
/// Sizes are matplotlib's, in points: letters of 10, a title of 12, ticks of 3.5 with as much
/// between them and their labels, 4 to the label of the axis, 6 below the title.
struct AxesPainter {
  let axes: Axes
  let canvas: Canvas
  /// Where the axes themselves are.
  let frame: Rectangle
  let x: AxisScale
  let y: AxisScale
  let xTicks: AxisTicks
  let yTicks: AxisTicks
  /// The room that a colour bar may take.
  let barCell: Rectangle?

  static let letters = 10.0

  var style: PlotStyle { axes.style }
  var lettering: Lettering { Lettering(points: Self.letters, color: style.foreground) }

  init(axes: Axes, canvas: Canvas, cell: Rectangle) {
    self.axes = axes
    self.canvas = canvas
    var cell = cell
    barCell = axes.colorBar == nil ? nil : Self.splitOff(&cell)
    let (x, y) = axes.limits
    let ratio = abs((y.1 - y.0) / (x.1 - x.0))
    let isFitted = axes.keepsAspect && ratio.isFinite && ratio > 0
    // A picture stands beside its colour bar, as in matplotlib.
    frame = isFitted ? cell.fitted(ratio: ratio, isAtRight: barCell != nil) : cell
    self.x = AxisScale(
      from: x.0, at: frame.left, to: x.1, at: frame.right, kind: axes.xAxis.scale)
    self.y = AxisScale(
      from: y.0, at: frame.bottom, to: y.1, at: frame.top, kind: axes.yAxis.scale)
    // matplotlib takes a label to be three letters wide along x, and two high along y.
    let letters = canvas.points(Self.letters)
    xTicks = AxisTicks(self.x, axes.xAxis, room: Int(self.x.length / (3 * letters)))
    yTicks = AxisTicks(self.y, axes.yAxis, room: Int(self.y.length / (2 * letters)))
  }

  /// Draws everything and tells what it covers.
  func draw() -> Rectangle {
    if axes.isOn { canvas.fill(frame, style.axesBackground) }
    var extent = frame
    canvas.clipped(to: frame) {
      draw(.pictures)
      draw(.areas)
    }
    if axes.isOn && axes.hasGrid { drawGrid() }
    canvas.clipped(to: frame) { draw(.lines) }
    if axes.isOn {
      extent = extent.union(drawXTicks()).union(drawYTicks())
      canvas.outline(frame, style.foreground, width: canvas.points(0.8))
      extent = drawLabels(around: extent)
    }
    extent = extent.union(drawTitle())
    for artist in axes.artists where artist.layer == .texts {
      extent = extent.union(artist.draw(with: self))
    }
    extent = extent.union(drawColorBar())
    if let location = axes.legendLocation {
      LegendPainter(axes: self, location: location)?.draw()
    }
    return extent
  }

  private func draw(_ layer: ArtistLayer) {
    for artist in axes.artists where artist.layer == layer { _ = artist.draw(with: self) }
  }

  private func drawTitle() -> Rectangle? {
    if axes.title.isEmpty { return nil }
    return canvas.text(
      Label(axes.title), at: Point(x: frame.center.x, y: frame.top - canvas.points(6)), .center,
      .baseline, Lettering(points: axes.titleSize, color: style.foreground))
  }

  /// Draws the labels of the axes beside their ticks; returns what they and the ticks cover.
  private func drawLabels(around ticks: Rectangle) -> Rectangle {
    var extent = ticks
    let pad = canvas.points(4)
    if !axes.xlabel.isEmpty {
      extent = extent.union(
        canvas.text(
          Label(axes.xlabel), at: Point(x: frame.center.x, y: ticks.bottom + pad), .center, .top,
          lettering))
    }
    if !axes.ylabel.isEmpty {
      extent = extent.union(
        canvas.text(
          Label(axes.ylabel), at: Point(x: ticks.left - pad, y: frame.center.y), .right, .center,
          lettering, rotated: 90))
    }
    return extent
  }

  func point(_ place: (Double, Double)) -> Point {
    Point(x: x.position(place.0), y: y.position(place.1))
  }

  func points(_ xs: [Double], _ ys: [Double]) -> [Point] {
    zip(xs, ys).map { Point(x: x.position($0), y: y.position($1)) }
  }
}
