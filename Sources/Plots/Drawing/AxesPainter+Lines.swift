extension AxesPainter {
  func draw(_ line: Line2D) {
    let points = points(of: line)
    drawStroke(points, line.style, line.color)
    drawMarkers(points, line.style, line.color)
  }

  func points(of line: Line2D) -> [Point] {
    zip(line.x, line.y).map { Point(x: x.position($0), y: y.position($1)) }
  }

  func drawStroke(_ points: [Point], _ style: LineStyle, _ color: Color) {
    if style.stroke == .none { return }
    canvas.stroke(
      points, color, width: canvas.points(style.width), dashes: style.dashes.map(canvas.points))
  }

  func drawMarkers(_ points: [Point], _ style: LineStyle, _ color: Color) {
    guard let marker = style.marker else { return }
    for point in points where point.x.isFinite && point.y.isFinite {
      draw(marker, at: point, radius: canvas.points(style.markerSize) / 2, color)
    }
  }

  private func draw(_ marker: LineStyle.Marker, at p: Point, radius: Double, _ color: Color) {
    // Filled markers have an edge of one point, half of it outside.
    let edge = canvas.points(0.5)
    let r =
      switch marker {
      case .circle, .square, .triangle: radius + edge
      case .point: radius / 2 + edge
      case .cross, .plus: radius
      }
    func shape(_ offsets: [(Double, Double)], isFilled: Bool) {
      canvas.shape(
        offsets.map { Point(x: p.x + r * $0.0, y: p.y + r * $0.1) }, color, isFilled: isFilled,
        width: canvas.points(1))
    }
    switch marker {
    case .circle, .point: canvas.disc(p, radius: r, color)
    case .square: shape([(-1, -1), (1, -1), (1, 1), (-1, 1)], isFilled: true)
    case .triangle: shape([(0, -1), (1, 1), (-1, 1)], isFilled: true)
    case .cross:
      shape([(-1, -1), (1, 1)], isFilled: false)
      shape([(-1, 1), (1, -1)], isFilled: false)
    case .plus:
      shape([(-1, 0), (1, 0)], isFilled: false)
      shape([(0, -1), (0, 1)], isFilled: false)
    }
  }
}
