extension Axes {
  /// Draws how often numbers fall into each of several bins.
  ///
  /// - Parameters:
  ///   - values: the numbers; those that are not finite are left out.
  ///   - bins: how many bins of equal width there are.
  ///   - edges: the ends of bins of any width, in place of `bins` and `range`.
  ///   - range: where the bins begin and end, the least and the greatest number by default.
  ///   - density: whether the area of all bars is 1, in place of counts.
  ///   - color: the colour of the bars, the next of the cycle by default.
  ///   - edgecolor: the colour of a line around each bar, without one by default.
  ///   - alpha: how much a bar covers what is below, from 0 to 1.
  ///   - label: the name in the legend.
  /// - Returns: the counts and the edges.
  @discardableResult
  public func hist(
    _ values: some PlotSeries, bins: Int = 10, edges: [Double]? = nil,
    range: (Double, Double)? = nil, density: Bool = false, label: String? = nil,
    color: Color? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> Histogram {
    let values = values.plotValues
    let histogram =
      edges.map { Histogram(values, edges: $0, isDensity: density) }
      ?? Histogram(values, bins: bins, range: range, isDensity: density)
    let bars = histogram.counts.indices.map { bin in
      (
        from: histogram.edges[bin], to: histogram.edges[bin + 1], foot: 0.0,
        end: histogram.counts[bin]
      )
    }
    add(
      BarContainer(
        bars, isHorizontal: false, colors: [(color ?? nextAreaColor()).faded(alpha)],
        edge: edgecolor, label: label))
    return histogram
  }

  /// Draws the middle and the spread of groups of numbers: the box from the first to the third
  /// quartile, a line at the median, whiskers to the last number within one and a half times the
  /// height of the box, and a circle for each number beyond.
  ///
  /// - Parameters:
  ///   - groups: the numbers of each box, from left to right.
  ///   - labels: the names below the boxes, 1, 2, 3 by default.
  @discardableResult
  public func boxplot(_ groups: [some PlotSeries], labels: [String]? = nil) -> BoxPlot {
    let boxes = BoxPlot(
      groups.map { BoxPlot.Summary($0.plotValues) }, ink: style.foreground,
      median: style.cycled(1))
    let places = groups.indices.map { Double($0 + 1) }
    xticks(places, labels: labels ?? groups.indices.map { "\($0 + 1)" })
    add(boxes)
    return boxes
  }

  /// Draws the middle and the spread of one group of numbers.
  @discardableResult
  public func boxplot(_ values: some PlotSeries, label: String? = nil) -> BoxPlot {
    boxplot([values.plotValues], labels: label.map { [$0] })
  }
}
