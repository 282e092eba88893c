internal import Tensors

extension Axes {
  /// Draws a curve through points.
  ///
  /// - Parameters:
  ///   - x: the places of the points from left to right.
  ///   - y: the places from bottom to top, as many; NaN leaves a gap.
  ///   - format: colour, marker and line in matplotlib's letters: `"r--"`, `"o"`, `"k.-"`.
  ///   - label: the name in the legend.
  ///   - color: the colour; the next of the cycle when neither it nor the format gives one.
  ///   - linewidth: width of the line in points.
  ///   - markersize: size of the markers in points.
  ///   - alpha: how much the curve covers what is below, from 0 to 1.
  @discardableResult
  public func plot(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil,
    color: Color? = nil, linewidth: Double = 1.5, markersize: Double = 6, alpha: Double = 1
  ) -> Line2D {
    let (x, y) = pairs(x, y, "plt.plot")
    var style = LineStyle(format: format)
    style.width = linewidth
    style.markerSize = markersize
    let color = color ?? style.color ?? nextCurveColor()
    let line = Line2D(x: x, y: y, label: label, style: style, color: color.faded(alpha))
    add(line)
    return line
  }

  /// Draws a curve through points at x = 0, 1, 2 and so on.
  @discardableResult
  public func plot(
    _ y: some PlotSeries, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5, markersize: Double = 6, alpha: Double = 1
  ) -> Line2D {
    let values = y.plotValues
    return plot(
      Array(values.indices), values, format, label: label, color: color, linewidth: linewidth,
      markersize: markersize, alpha: alpha)
  }

  /// Draws a line across the axes at one height, however wide they are.
  @discardableResult
  public func axhline(
    _ y: Double, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> ReferenceLine {
    reference(.horizontal(y), format, label, color, linewidth)
  }

  /// Draws a line up the axes at one place, however high they are.
  @discardableResult
  public func axvline(
    _ x: Double, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> ReferenceLine {
    reference(.vertical(x), format, label, color, linewidth)
  }

  /// Fills the area between two curves.
  ///
  /// - Parameters:
  ///   - x: the places of the points from left to right.
  ///   - y1: one edge.
  ///   - y2: the other edge, as many values.
  ///   - alpha: how much it covers what is below, from 0 to 1.
  @discardableResult
  public func fillBetween(
    _ x: some PlotSeries, _ y1: some PlotSeries, _ y2: some PlotSeries, label: String? = nil,
    color: Color? = nil,
    alpha: Double = 1
  ) -> FilledArea {
    let (x, lower) = pairs(x, y1, "plt.fillBetween")
    let upper = pairs(x, y2, "plt.fillBetween").1
    let area = FilledArea(
      x: x, lower: lower, upper: upper, label: label,
      color: (color ?? nextAreaColor()).faded(alpha))
    add(area)
    return area
  }

  private func reference(
    _ place: ReferenceLine.Place, _ format: String, _ label: String?, _ color: Color?,
    _ linewidth: Double
  ) -> ReferenceLine {
    var style = LineStyle(format: format)
    style.width = linewidth
    let line = ReferenceLine(
      place, label: label, style: style, color: color ?? style.color ?? self.style.cycled(0))
    add(line)
    return line
  }

  /// The numbers of two series, which must be as many.
  func pairs(
    _ x: some PlotSeries, _ y: some PlotSeries, _ operation: String
  ) -> ([Double], [Double]) {
    let (x, y) = (x.plotValues, y.plotValues)
    if x.count != y.count {
      misuse(
        "there are \(x.count) values in x and \(y.count) in y", in: operation,
        hint: "give one y for each x")
    }
    return (x, y)
  }
}
