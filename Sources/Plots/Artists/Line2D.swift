/// A curve through points, as `plot` leaves it on axes.
public final class Line2D: Artist, CustomStringConvertible, @unchecked Sendable {
  /// The places of the points from left to right.
  public let x: [Double]
  /// The places of the points from bottom to top; a gap where one is not finite.
  public let y: [Double]
  /// What the legend calls the curve.
  public let label: String?

  let style: LineStyle
  let color: Color

  init(x: [Double], y: [Double], label: String?, style: LineStyle, color: Color) {
    self.x = x
    self.y = y
    self.label = label
    self.style = style
    self.color = color
  }

  /// The label and the number of points.
  public var description: String {
    "Line2D(\(label.map { "\"\($0)\", " } ?? "")\(x.count) points)"
  }

  var layer: ArtistLayer { .lines }

  var reach: DataReach { DataReach(x: .init(x), y: .init(y)) }

  var legendEntry: LegendEntry? {
    label.map { LegendEntry(label: $0, key: .line(style, color)) }
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    let points = painter.points(x, y)
    painter.drawStroke(points, style, color)
    painter.drawMarkers(points, style, color)
    return nil
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] {
    let points = painter.points(x, y)
    return [style.stroke == .none ? .points(points) : .curve(points)]
  }
}
