/// Bars side by side, as `bar`, `barh` and `hist` leave them on axes.
public final class BarContainer: Artist, CustomStringConvertible, @unchecked Sendable {
  /// What the legend calls the bars.
  public let label: String?
  /// The lengths of the bars.
  public let lengths: [Double]

  /// Along the axis of the bars' widths, and along that of their lengths.
  let bars: [(from: Double, to: Double, foot: Double, end: Double)]
  let isHorizontal: Bool
  private let colors: [Color]
  private let edge: Color?

  /// - Parameter colors: that of each bar; the last one goes for all that follow.
  init(
    _ bars: [(from: Double, to: Double, foot: Double, end: Double)], isHorizontal: Bool,
    colors: [Color], edge: Color?, label: String?
  ) {
    self.bars = bars
    self.isHorizontal = isHorizontal
    self.colors = colors
    self.edge = edge
    self.label = label
    lengths = bars.map { $0.end - $0.foot }
  }

  /// The number of bars.
  public var description: String { "BarContainer(\(bars.count) bars)" }

  var layer: ArtistLayer { .areas }

  var reach: DataReach {
    let across = DataReach.Span(bars.flatMap { [$0.from, $0.to] })
    // The feet take no margin: a bar stands on its axis.
    let along = DataReach.Span(
      bars.flatMap { [$0.foot, $0.end] }, fixed: Array(Set(bars.map(\.foot))))
    return isHorizontal ? DataReach(x: along, y: across) : DataReach(x: across, y: along)
  }

  var legendEntry: LegendEntry? {
    guard let label, let color = colors.first else { return nil }
    return LegendEntry(label: label, key: .area(fill: color, edge: edge))
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    for (index, box) in boxes(painter).enumerated() where box.corners.allSatisfy(\.isFinite) {
      painter.canvas.fill(painter.canvas.snapped(box), colors[min(index, colors.count - 1)])
      if let edge { painter.canvas.outline(box, edge, width: painter.canvas.points(1)) }
    }
    return nil
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { boxes(painter).map(Obstacle.box) }

  private func boxes(_ painter: AxesPainter) -> [Rectangle] {
    let (across, along) = isHorizontal ? (painter.y, painter.x) : (painter.x, painter.y)
    return bars.map { bar in
      let (from, to) = (across.position(bar.from), across.position(bar.to))
      // A foot at zero lies below every axis of logarithms.
      let (foot, end) = (along.clampedPosition(bar.foot), along.clampedPosition(bar.end))
      return isHorizontal
        ? Rectangle(left: foot, top: from, right: end, bottom: to).ordered
        : Rectangle(left: from, top: foot, right: to, bottom: end).ordered
    }
  }
}
