/// A line from one side of the axes to the other, as `axhline` and `axvline` leave it there.
public final class ReferenceLine: Artist, @unchecked Sendable {
  enum Place {
    case horizontal(Double)
    case vertical(Double)
  }

  /// What the legend calls the line.
  public let label: String?

  private let place: Place
  private let style: LineStyle
  private let color: Color

  init(_ place: Place, label: String?, style: LineStyle, color: Color) {
    self.place = place
    self.label = label
    self.style = style
    self.color = color
  }

  var layer: ArtistLayer { .lines }

  var reach: DataReach {
    switch place {
    case .horizontal(let y): DataReach(y: .init([y]))
    case .vertical(let x): DataReach(x: .init([x]))
    }
  }

  var legendEntry: LegendEntry? {
    label.map { LegendEntry(label: $0, key: .line(style, color)) }
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    painter.drawStroke(ends(painter), style, color)
    return nil
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { [.curve(ends(painter))] }

  private func ends(_ painter: AxesPainter) -> [Point] {
    let frame = painter.frame
    switch place {
    case .horizontal(let y):
      let y = painter.y.position(y)
      return [Point(x: frame.left, y: y), Point(x: frame.right, y: y)]
    case .vertical(let x):
      let x = painter.x.position(x)
      return [Point(x: x, y: frame.bottom), Point(x: x, y: frame.top)]
    }
  }
}
