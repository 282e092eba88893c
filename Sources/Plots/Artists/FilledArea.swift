/// The area between two curves, as `fillBetween` leaves it on axes.
public final class FilledArea: Artist, @unchecked Sendable {
  /// What the legend calls the area.
  public let label: String?

  private let x: [Double]
  private let lower: [Double]
  private let upper: [Double]
  private let color: Color

  init(x: [Double], lower: [Double], upper: [Double], label: String?, color: Color) {
    self.x = x
    self.lower = lower
    self.upper = upper
    self.label = label
    self.color = color
  }

  var layer: ArtistLayer { .areas }

  var reach: DataReach {
    var y = DataReach.Span(lower)
    y.include(.init(upper))
    return DataReach(x: .init(x), y: y)
  }

  var legendEntry: LegendEntry? {
    label.map { LegendEntry(label: $0, key: .area(fill: color, edge: nil)) }
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    painter.canvas.fill(outline(painter), color)
    return nil
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { [.curve(outline(painter))] }

  /// Along one edge and back along the other, where both are numbers.
  private func outline(_ painter: AxesPainter) -> [Point] {
    let there = painter.points(x, lower)
    let back = painter.points(x, upper)
    let whole = there.indices.filter { there[$0].isFinite && back[$0].isFinite }
    return whole.map { there[$0] } + whole.reversed().map { back[$0] }
  }
}
