/// Points without a line, as `scatter` leaves them on axes: each may have its own size and colour.
public final class PathCollection: Artist, Mappable, CustomStringConvertible, @unchecked Sendable {
  /// The places of the points from left to right.
  public let x: [Double]
  /// The places of the points from bottom to top; those that are not finite are left out.
  public let y: [Double]
  /// What the legend calls the points.
  public let label: String?
  /// The colours that stand for numbers; `nil` where all points have the same colour.
  public let cmap: ColorMap?
  /// The number that takes the first colour of the map.
  public let vmin: Double
  /// The number that takes the last colour of the map.
  public let vmax: Double

  /// Areas in square points; the last one goes for all that follow.
  private let sizes: [Double]
  private let colors: [Color]
  private let marker: Marker

  init(
    x: [Double], y: [Double], sizes: [Double], colors: [Color], marker: Marker, label: String?,
    cmap: ColorMap? = nil, vmin: Double = 0, vmax: Double = 1
  ) {
    self.x = x
    self.y = y
    self.sizes = sizes
    self.colors = colors
    self.marker = marker
    self.label = label
    self.cmap = cmap
    self.vmin = vmin
    self.vmax = vmax
  }

  /// The number of points.
  public var description: String { "PathCollection(\(x.count) points)" }

  var layer: ArtistLayer { .areas }

  var reach: DataReach { DataReach(x: .init(x), y: .init(y)) }

  var legendEntry: LegendEntry? {
    guard let label, let color = colors.first, let area = sizes.first else { return nil }
    return LegendEntry(
      label: label, key: .marker(marker, color, size: min(12, area.squareRoot()), edge: Self.edge))
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    for (index, point) in painter.points(x, y).enumerated() where point.isFinite {
      let side = sizes[min(index, sizes.count - 1)].squareRoot()
      painter.draw(
        marker, at: point, size: side, edge: Self.edge, colors[min(index, colors.count - 1)])
    }
    return nil
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { [.points(painter.points(x, y))] }

  /// Width of the edge, which has the colour of the point, in points.
  private static let edge = 1.5
}
