/// Something drawn on axes.
protocol Artist: AnyObject {
  /// What it lies above and below.
  var layer: ArtistLayer { get }
  /// The numbers that the axes must show.
  var reach: DataReach { get }
  /// Its line in the legend, or `nil` where it has no label.
  var legendEntry: LegendEntry? { get }

  /// Draws it and tells what it covers outside of the frame.
  func draw(with painter: AxesPainter) -> Rectangle?
  /// What a legend should not cover.
  func obstacles(_ painter: AxesPainter) -> [Obstacle]
}

extension Artist {
  var legendEntry: LegendEntry? { nil }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { [] }
}

/// The order of drawing, matplotlib's `zorder`; the grid lies between areas and lines.
enum ArtistLayer {
  case pictures, areas, lines, texts
}

/// A name in the legend and what stands before it.
struct LegendEntry {
  enum Key {
    case line(LineStyle, Color)
    case area(fill: Color?, edge: Color?)
    case marker(Marker, Color, size: Double, edge: Double)
  }

  let label: String
  let key: Key
}

/// Something in a figure's pixels that a legend had better leave free.
enum Obstacle {
  case curve([Point])
  case points([Point])
  case box(Rectangle)
}
