/// Draws the names of the curves in a box.
///
/// Distances are matplotlib's, in units of the letters' size: lines of 2, 0.8 to the text, 0.4
/// between rows, 0.4 inside of the box and 0.5 outside of it.
struct LegendPainter {
  private let axes: AxesPainter
  private let rows: [(line: Line2D, label: String, size: TextSize)]
  private let box: Rectangle
  private let em: Double

  /// `nil` where no curve has a name.
  init?(axes: AxesPainter, location: LegendLocation) {
    let canvas = axes.canvas
    rows = axes.axes.lines.compactMap { line in
      line.label.map { (line, $0, canvas.size(of: $0, points: AxesPainter.letters)) }
    }
    guard let widest = rows.map(\.size.width).max() else { return nil }
    self.axes = axes
    em = canvas.points(AxesPainter.letters)
    let width = widest + (2 + 0.8 + 2 * 0.4) * em
    let height =
      rows.map(\.size.height).reduce(0, +) + (0.4 * 2 + 0.5 * Double(rows.count - 1)) * em
    let room = axes.frame.outset(-0.5 * em)
    let fixed = location.box(width, height, in: room)
    let curves = axes.axes.lines.map(axes.points)
    let boxes = LegendLocation.allCases.dropFirst().map { $0.box(width, height, in: room) }
    let free = boxes.min { Self.hidden(curves, by: $0) < Self.hidden(curves, by: $1) }
    box = location == .best ? free ?? fixed : fixed
  }

  func draw() {
    let canvas = axes.canvas
    canvas.box(
      box, radius: 0.2 * em, fill: Color(red: 1, green: 1, blue: 1, opacity: 0.8),
      frame: Color(red: 0.8, green: 0.8, blue: 0.8, opacity: 0.8), width: canvas.points(1))
    let left = box.left + 0.4 * em
    var top = box.top + 0.4 * em
    for row in rows {
      let base = top + row.size.ascent
      let middle = base - 0.35 * em
      let ends = [Point(x: left, y: middle), Point(x: left + 2 * em, y: middle)]
      axes.drawStroke(ends, row.line.style, row.line.color)
      axes.drawMarkers([Point(x: left + em, y: middle)], row.line.style, row.line.color)
      canvas.text(
        row.label, base: Point(x: left + 2.8 * em, y: base), points: AxesPainter.letters)
      top += row.size.height + 0.5 * em
    }
  }

  /// How many points lie below a box, and how many lines go through it.
  private static func hidden(_ curves: [[Point]], by box: Rectangle) -> Int {
    curves.reduce(0) { count, points in
      let inside = points.count { box.contains($0) }
      let crossing = zip(points, points.dropFirst()).contains { box.meets($0, $1) }
      return count + inside + (crossing ? 1 : 0)
    }
  }
}

extension LegendLocation {
  fileprivate func box(_ width: Double, _ height: Double, in room: Rectangle) -> Rectangle {
    let (x, y): (Double, Double) =
      switch self {
      case .best, .upperRight: (1, 0)
      case .upperLeft: (0, 0)
      case .lowerLeft: (0, 1)
      case .lowerRight: (1, 1)
      case .right, .centerRight: (1, 0.5)
      case .centerLeft: (0, 0.5)
      case .lowerCenter: (0.5, 1)
      case .upperCenter: (0.5, 0)
      case .center: (0.5, 0.5)
      }
    let left = room.left + x * (room.width - width)
    let top = room.top + y * (room.height - height)
    return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
  }
}

extension Rectangle {
  fileprivate func contains(_ point: Point) -> Bool {
    left...right ~= point.x && top...bottom ~= point.y
  }

  /// Whether a stretch of line touches the rectangle (Liang and Barsky's clipping).
  fileprivate func meets(_ start: Point, _ end: Point) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let sides = [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
    ]
    for (speed, distance) in sides {
      if speed == 0 {
        if distance < 0 { return false }
      } else if speed < 0 {
        enter = max(enter, distance / speed)
      } else {
        leave = min(leave, distance / speed)
      }
    }
    return enter <= leave
  }
}
