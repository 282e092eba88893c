extension AxesPainter {
  func drawStroke(_ points: [Point], _ style: LineStyle, _ color: Color) {
    if style.stroke == .none { return }
    canvas.stroke(
      points, color, width: canvas.points(style.width), dashes: style.dashes.map(canvas.points))
  }

  func drawMarkers(_ points: [Point], _ style: LineStyle, _ color: Color) {
    guard let marker = style.marker else { return }
    for point in points where point.isFinite {
      draw(marker, at: point, size: style.markerSize, edge: 1, color)
    }
  }

  /// Draws a marker so many points across, with an edge of its own colour, half of it outside.
  func draw(_ marker: Marker, at p: Point, size: Double, edge: Double, _ color: Color) {
    let radius = canvas.points(marker == .point ? size / 4 : size / 2)
    let r = radius + canvas.points(edge / 2)
    if let corners = marker.corners {
      canvas.fill(corners.map { Point(x: p.x + r * $0.0, y: p.y + r * $0.1) }, color)
    } else if marker.strokes.isEmpty {
      canvas.disc(p, radius: r, color)
    }
    for (from, to) in marker.strokes {
      let ends = [from, to].map { Point(x: p.x + radius * $0.0, y: p.y + radius * $0.1) }
      canvas.stroke(ends, color, width: canvas.points(edge))
    }
  }
}
