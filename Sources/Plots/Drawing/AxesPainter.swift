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

  static let letters = 10.0
  private static let titleLetters = 12.0

  init(axes: Axes, canvas: Canvas, cell: Rectangle) {
    self.axes = axes
    self.canvas = canvas
    let (x, y) = axes.limits
    let ratio = abs((y.1 - y.0) / (x.1 - x.0))
    frame = axes.keepsAspect && ratio.isFinite && ratio > 0 ? cell.fitted(ratio: ratio) : cell
    self.x = AxisScale(from: x.0, at: frame.left, to: x.1, at: frame.right)
    self.y = AxisScale(from: y.0, at: frame.bottom, to: y.1, at: frame.top)
  }

  /// Draws everything and tells what it covers.
  func draw() -> Rectangle {
    axes.images.forEach(draw)
    if axes.isOn && axes.hasGrid { drawGrid() }
    canvas.clipped(to: frame) { axes.lines.forEach(draw) }
    var extent = frame
    if axes.isOn {
      extent = extent.union(drawXTicks()).union(drawYTicks())
      drawFrame()
      extent = drawLabels(around: extent)
    }
    extent = extent.union(drawTitle())
    if let location = axes.legendLocation {
      LegendPainter(axes: self, location: location)?.draw()
    }
    return extent
  }

  private func draw(_ image: AxesImage) {
    let place = Rectangle(
      left: x.position(image.extent.x.lowerBound), top: y.position(image.extent.y.lowerBound),
      right: x.position(image.extent.x.upperBound), bottom: y.position(image.extent.y.upperBound))
    let upright = Rectangle(
      left: min(place.left, place.right), top: min(place.top, place.bottom),
      right: max(place.left, place.right), bottom: max(place.top, place.bottom))
    let pixels = canvas.devicePixels(upright)
    guard pixels.width > 0, pixels.height > 0 else { return }
    let raster = image.raster().resampled(width: pixels.width, height: pixels.height)
    canvas.clipped(to: frame) { canvas.draw(raster, x: pixels.x, y: pixels.y) }
  }

  private func drawFrame() {
    let width = canvas.points(0.8)
    let corners = [
      Point(x: frame.left, y: frame.top), Point(x: frame.right, y: frame.top),
      Point(x: frame.right, y: frame.bottom), Point(x: frame.left, y: frame.bottom),
    ]
    for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      canvas.rule(from: start, to: end, .black, width: width)
    }
  }

  private func drawTitle() -> Rectangle {
    if axes.title.isEmpty { return frame }
    let size = canvas.size(of: axes.title, points: Self.titleLetters)
    let left = frame.center.x - size.width / 2
    // The base of the last line stands above the frame.
    let base = frame.top - canvas.points(6) - size.lines
    canvas.text(axes.title, base: Point(x: left, y: base), points: Self.titleLetters)
    return Rectangle(
      left: left, top: base - size.ascent, right: left + size.width, bottom: base + size.descent)
  }

  /// Draws the labels of the axes beside their ticks; returns what they and the ticks cover.
  private func drawLabels(around ticks: Rectangle) -> Rectangle {
    var extent = ticks
    let pad = canvas.points(4)
    if !axes.xlabel.isEmpty {
      let size = canvas.size(of: axes.xlabel, points: Self.letters)
      let left = frame.center.x - size.width / 2
      let top = ticks.bottom + pad
      canvas.text(
        axes.xlabel, base: Point(x: left, y: top + size.ascent), points: Self.letters)
      extent = extent.union(
        Rectangle(left: left, top: top, right: left + size.width, bottom: top + size.height))
    }
    if !axes.ylabel.isEmpty {
      let size = canvas.size(of: axes.ylabel, points: Self.letters)
      let right = ticks.left - pad
      let bottom = frame.center.y + size.width / 2
      canvas.text(
        axes.ylabel, base: Point(x: right - size.descent, y: bottom), points: Self.letters,
        isTurned: true)
      extent = extent.union(
        Rectangle(
          left: right - size.height, top: bottom - size.width, right: right, bottom: bottom))
    }
    return extent
  }
}

/// Where the numbers of an axis lie in the figure.
struct AxisScale {
  let from: Double
  let to: Double
  private let start: Double
  private let slope: Double

  init(from: Double, at start: Double, to: Double, at end: Double) {
    self.from = from
    self.to = to
    self.start = start
    slope = (end - start) / (to - from)
  }

  var lower: Double { min(from, to) }
  var upper: Double { max(from, to) }
  var length: Double { abs(slope * (to - from)) }

  func position(_ value: Double) -> Double { start + (value - from) * slope }
}
