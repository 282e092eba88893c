import Plots
import Testing

/// Counts and quartiles, pinned to numpy 2 (`numpy.histogram`) and matplotlib 3.11.2
/// (`cbook.boxplot_stats`).
@Suite struct StatisticsTests {
  /// A bin holds its lower edge, the last one its upper edge too.
  @Test func histogram() {
    let axes = Figure().subplot()
    let values = [0, 0.1, 0.35, 0.5, 0.5, 0.9, 1]
    let counts = axes.hist(values, bins: 4)
    #expect(counts.counts == [2, 1, 2, 2])
    #expect(counts.edges == [0, 0.25, 0.5, 0.75, 1])
    let density = axes.hist(values, bins: 4, density: true).counts
    #expect(zip(density, [8.0, 4, 8, 8]).allSatisfy { abs($0 * 7 - $1) < 1e-12 })
    #expect(axes.hist([3, 3, 3], bins: 2) == axes.hist([3, 3, 3], edges: [2.5, 3, 3.5]))
    #expect(axes.hist([1, 2, 3, 4], edges: [0, 1, 2.5, 4]).counts == [0, 2, 2])
    #expect(axes.hist([1, .nan, .infinity, 2], bins: 1).counts == [2])
    #expect(axes.hist([1.0, 5, 9], bins: 2, range: (0, 6)).counts == [1, 1])
    #expect(axes.hist([Double](), bins: 2).counts == [0, 0])
    #expect(axes.hist([0, Double.leastNonzeroMagnitude], bins: 1).edges == [-0.5, 0.5])
    #expect(axes.hist([1e20], bins: 4).counts.reduce(0, +) == 1)
  }

  /// Quartiles lie between neighbours, whiskers on the last number within reach.
  @Test func boxes() {
    let far = BoxPlot.Summary([1, 2, 3, 4, 5, 6, 7, 8, 9, 30, -20])
    #expect([far.firstQuartile, far.median, far.thirdQuartile] == [2.5, 5, 7.5])
    #expect([far.lowWhisker, far.highWhisker] == [1, 9])
    #expect(far.outliers == [-20, 30])
    let four = BoxPlot.Summary([8, 2, 4, 1])
    #expect([four.firstQuartile, four.median, four.thirdQuartile] == [1.75, 3, 5])
    #expect(four.outliers.isEmpty)
    #expect(BoxPlot.Summary([.nan]).median.isNaN)
  }
}
