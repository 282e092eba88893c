extension plt {
  /// Draws a curve through points; `Axes.plot` tells more.
  @discardableResult
  public static func plot(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil,
    color: Color? = nil, linewidth: Double = 1.5, markersize: Double = 6, alpha: Double = 1
  ) -> Line2D {
    gca().plot(
      x, y, format, label: label, color: color, linewidth: linewidth, markersize: markersize,
      alpha: alpha)
  }

  /// Draws a curve through points at x = 0, 1, 2 and so on.
  @discardableResult
  public static func plot(
    _ y: some PlotSeries, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5, markersize: Double = 6, alpha: Double = 1
  ) -> Line2D {
    gca().plot(
      y, format, label: label, color: color, linewidth: linewidth, markersize: markersize,
      alpha: alpha)
  }

  /// Draws a curve above an x-axis of logarithms.
  @discardableResult
  public static func semilogx(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil
  ) -> Line2D {
    xscale(.log)
    return plot(x, y, format, label: label)
  }

  /// Draws a curve beside a y-axis of logarithms.
  @discardableResult
  public static func semilogy(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil
  ) -> Line2D {
    yscale(.log)
    return plot(x, y, format, label: label)
  }

  /// Draws a curve between two axes of logarithms.
  @discardableResult
  public static func loglog(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil
  ) -> Line2D {
    xscale(.log)
    yscale(.log)
    return plot(x, y, format, label: label)
  }

  /// Draws a line across the axes at one height.
  @discardableResult
  public static func axhline(
    _ y: Double, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> ReferenceLine {
    gca().axhline(y, format, label: label, color: color, linewidth: linewidth)
  }

  /// Draws a line up the axes at one place.
  @discardableResult
  public static func axvline(
    _ x: Double, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> ReferenceLine {
    gca().axvline(x, format, label: label, color: color, linewidth: linewidth)
  }

  /// Fills the area between two curves; `Axes.fillBetween` tells more.
  @discardableResult
  public static func fillBetween(
    _ x: some PlotSeries, _ y1: some PlotSeries, _ y2: some PlotSeries, label: String? = nil,
    color: Color? = nil,
    alpha: Double = 1
  ) -> FilledArea {
    gca().fillBetween(x, y1, y2, label: label, color: color, alpha: alpha)
  }
}
