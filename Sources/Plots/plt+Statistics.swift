extension plt {
  /// Draws points without a line between them; `Axes.scatter` tells more.
  @discardableResult
  public static func scatter(
    _ x: some PlotSeries, _ y: some PlotSeries, s: Double = 36, sizes: (any PlotSeries)? = nil,
    c: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    cmap: ColorMap = .viridis,
    vmin: Double? = nil, vmax: Double? = nil, marker: Marker = .circle, alpha: Double = 1
  ) -> PathCollection {
    gca().scatter(
      x, y, s: s, sizes: sizes, c: c, label: label, color: color, cmap: cmap, vmin: vmin,
      vmax: vmax,
      marker: marker, alpha: alpha)
  }

  /// Draws upright bars; `Axes.bar` tells more.
  @discardableResult
  public static func bar(
    _ x: some PlotSeries, _ height: some PlotSeries, width: Double = 0.8,
    bottom: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    gca().bar(
      x, height, width: width, bottom: bottom, label: label, color: color, colors: colors,
      edgecolor: edgecolor,
      alpha: alpha)
  }

  /// Draws upright bars with names below them.
  @discardableResult
  public static func bar(
    _ names: [String], _ height: some PlotSeries, width: Double = 0.8,
    bottom: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    gca().bar(
      names, height, width: width, bottom: bottom, label: label, color: color, colors: colors,
      edgecolor: edgecolor, alpha: alpha)
  }

  /// Draws bars that lie; `Axes.barh` tells more.
  @discardableResult
  public static func barh(
    _ y: some PlotSeries, _ width: some PlotSeries, height: Double = 0.8,
    left: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    gca().barh(
      y, width, height: height, left: left, label: label, color: color, colors: colors,
      edgecolor: edgecolor,
      alpha: alpha)
  }

  /// Draws bars that lie, with names beside them, from bottom to top.
  @discardableResult
  public static func barh(
    _ names: [String], _ width: some PlotSeries, height: Double = 0.8,
    left: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    gca().barh(
      names, width, height: height, left: left, label: label, color: color, colors: colors,
      edgecolor: edgecolor, alpha: alpha)
  }

  /// Writes its length at the end of each bar.
  public static func barLabel(_ bars: BarContainer, decimals: Int? = nil) {
    gca().barLabel(bars, decimals: decimals)
  }

  /// Draws how often numbers fall into each of several bins; `Axes.hist` tells more.
  @discardableResult
  public static func hist(
    _ values: some PlotSeries, bins: Int = 10, edges: [Double]? = nil,
    range: (Double, Double)? = nil, density: Bool = false, label: String? = nil,
    color: Color? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> Histogram {
    gca().hist(
      values, bins: bins, edges: edges, range: range, density: density, label: label, color: color,
      edgecolor: edgecolor, alpha: alpha)
  }

  /// Draws the middle and the spread of groups of numbers; `Axes.boxplot` tells more.
  @discardableResult
  public static func boxplot(_ groups: [some PlotSeries], labels: [String]? = nil) -> BoxPlot {
    gca().boxplot(groups, labels: labels)
  }

  /// Draws the middle and the spread of one group of numbers.
  @discardableResult
  public static func boxplot(_ values: some PlotSeries, label: String? = nil) -> BoxPlot {
    gca().boxplot(values, label: label)
  }
}
