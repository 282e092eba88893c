/// Draws names in a box, each after a piece of what it names.
///
/// Distances are matplotlib's, in units of the letters' size: lines of 2, 0.8 to the text, 0.4
/// between rows, 0.4 inside of the box and 0.5 outside of it.
struct LegendPainter {
  private let axes: AxesPainter
  private let rows: [(entry: LegendEntry, size: TextSize)]
  private let box: Rectangle
  private let em: Double

  /// `nil` where nothing has a name.
  init?(axes: AxesPainter, location: LegendLocation) {
    let canvas = axes.canvas
    let artists = axes.axes.artists
    rows = artists.compactMap(\.legendEntry).map {
      ($0, canvas.size(of: $0.label, points: AxesPainter.letters))
    }
    guard let widest = rows.map(\.size.width).max() else { return nil }
    self.axes = axes
    em = canvas.points(AxesPainter.letters)
    let width = widest + (2 + 0.8 + 2 * 0.4) * em
    let height =
      rows.map(\.size.height).reduce(0, +) + (0.4 * 2 + 0.5 * Double(rows.count - 1)) * em
    let room = axes.frame.outset(-0.5 * em)
    if location == .best && canvas.kind != .measuring {
      let obstacles = artists.flatMap { $0.obstacles(axes) }
      let boxes = LegendLocation.allCases.dropFirst().map { $0.box(width, height, in: room) }
      let hidden = boxes.map { box in obstacles.reduce(0) { $0 + $1.hidden(by: box) } }
      let least = hidden.min() ?? 0
      box = boxes[hidden.firstIndex(of: least) ?? 0]
    } else {
      box = location.box(width, height, in: room)
    }
  }

  func draw() {
    let canvas = axes.canvas
    canvas.box(
      box, radius: 0.2 * em, fill: axes.style.axesBackground.faded(0.8),
      frame: axes.style.legendFrame.faded(0.8), width: canvas.points(1))
    let left = box.left + 0.4 * em
    var top = box.top + 0.4 * em
    for row in rows {
      let base = top + row.size.ascent
      draw(row.entry.key, left: left, base: base)
      canvas.text(
        Label(row.entry.label), at: Point(x: left + 2.8 * em, y: base + row.size.lines), .left,
        .baseline, axes.lettering)
      top += row.size.height + 0.5 * em
    }
  }

  private func draw(_ key: LegendEntry.Key, left: Double, base: Double) {
    let middle = base - 0.35 * em
    switch key {
    case .line(let style, let color):
      axes.drawStroke(
        [Point(x: left, y: middle), Point(x: left + 2 * em, y: middle)], style, color)
      axes.drawMarkers([Point(x: left + em, y: middle)], style, color)
    case .area(let fill, let edge):
      let patch = Rectangle(left: left, top: base - 0.7 * em, right: left + 2 * em, bottom: base)
      if let fill { axes.canvas.fill(patch.corners, fill) }
      if let edge {
        axes.canvas.stroke(
          patch.corners, edge, width: axes.canvas.points(1), isClosed: true)
      }
    case .marker(let marker, let color, let size, let edge):
      axes.draw(marker, at: Point(x: left + em, y: middle), size: size, edge: edge, color)
    }
  }
}
