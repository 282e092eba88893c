/// Boxes with whiskers, as `boxplot` leaves them on axes.
public final class BoxPlot: Artist, CustomStringConvertible, @unchecked Sendable {
  /// Five numbers of each group, and those that lie apart.
  public let summaries: [Summary]

  private let ink: Color
  private let median: Color

  init(_ summaries: [Summary], ink: Color, median: Color) {
    self.summaries = summaries
    self.ink = ink
    self.median = median
  }

  /// The number of boxes.
  public var description: String { "BoxPlot(\(summaries.count) boxes)" }

  var layer: ArtistLayer { .lines }

  var reach: DataReach {
    let places = summaries.indices.map { Double($0 + 1) }
    let ends = places.flatMap { [$0 - 0.5, $0 + 0.5] }
    let heights = summaries.flatMap { [$0.lowWhisker, $0.highWhisker] + $0.outliers }
    return DataReach(x: .init(ends, fixed: ends), y: .init(heights))
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    // Half a unit wide, less where there are only a few boxes (matplotlib's rule).
    let half = max(0.15, min(0.5, 0.15 * Double(max(1, summaries.count - 1)))) / 2
    for (index, summary) in summaries.enumerated() where summary.median.isFinite {
      draw(summary, at: Double(index + 1), half, painter)
    }
    return nil
  }

  private func draw(
    _ summary: Summary, at place: Double, _ half: Double, _ painter: AxesPainter
  ) {
    let width = painter.canvas.points(1)
    func line(_ from: (Double, Double), _ to: (Double, Double), _ color: Color) {
      let points = painter.points([place + from.0, place + to.0], [from.1, to.1])
      painter.canvas.stroke(points, color, width: width)
    }
    let (first, third) = (summary.firstQuartile, summary.thirdQuartile)
    let corners = painter.points(
      [place - half, place + half, place + half, place - half], [first, first, third, third])
    painter.canvas.stroke(corners, ink, width: width, isClosed: true)
    for (from, to) in [(first, summary.lowWhisker), (third, summary.highWhisker)] {
      line((0, from), (0, to), ink)
      line((-half / 2, to), (half / 2, to), ink)
    }
    line((-half, summary.median), (half, summary.median), median)
    let outliers = painter.points(summary.outliers.map { _ in place }, summary.outliers)
    for point in outliers where point.isFinite {
      painter.canvas.circle(point, radius: painter.canvas.points(3), ink, width: width)
    }
  }
}
