internal import Tensors

extension Axes {
  /// Draws points without a line between them.
  ///
  ///     axes.scatter(height, weight, c: age, cmap: .plasma)
  ///     axes.colorbar(label: "age")
  ///
  /// - Parameters:
  ///   - x: the places from left to right.
  ///   - y: the places from bottom to top, as many; what is not finite is left out.
  ///   - s: the area of a point in square points of a letter's size.
  ///   - sizes: the area of each point, in place of `s`.
  ///   - c: a number for each point that takes its colour from `cmap`, in place of `color`.
  ///   - color: the colour of all points, the next of the cycle by default.
  ///   - cmap: the colours of the numbers `c`, from the smallest to the largest.
  ///   - vmin: the number of the first colour, the smallest by default.
  ///   - vmax: the number of the last colour, the largest by default.
  ///   - marker: the sign at each point.
  ///   - alpha: how much a point covers what is below, from 0 to 1.
  ///   - label: the name in the legend.
  @discardableResult
  public func scatter(
    _ x: some PlotSeries, _ y: some PlotSeries, s: Double = 36, sizes: (any PlotSeries)? = nil,
    c: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    cmap: ColorMap = .viridis,
    vmin: Double? = nil, vmax: Double? = nil, marker: Marker = .circle, alpha: Double = 1
  ) -> PathCollection {
    let (x, y) = pairs(x, y, "plt.scatter")
    let areas = sizes.map { matched($0, x.count, "sizes") } ?? [s]
    let points: PathCollection
    if let numbers = c.map({ matched($0, x.count, "c") }) {
      let finite = numbers.filter(\.isFinite)
      let low = vmin ?? finite.min() ?? 0
      let high = vmax ?? finite.max() ?? 1
      points = PathCollection(
        x: x, y: y, sizes: areas,
        colors: numbers.map { cmap.color(of: $0, from: low, to: high).faded(alpha) },
        marker: marker, label: label, cmap: cmap, vmin: low, vmax: high)
    } else {
      points = PathCollection(
        x: x, y: y, sizes: areas, colors: [(color ?? nextAreaColor()).faded(alpha)],
        marker: marker, label: label)
    }
    add(points)
    return points
  }

  private func matched(_ series: any PlotSeries, _ count: Int, _ name: String) -> [Double] {
    let values = series.plotValues
    if values.count != count {
      misuse(
        "there are \(count) points and \(values.count) values in \(name)", in: "plt.scatter",
        hint: "give one for each point")
    }
    return values
  }
}

extension ColorMap {
  /// The colour of a number in a range; none for NaN.
  func color(of number: Double, from low: Double, to high: Double) -> Color {
    if number.isNaN { return Color(red: 0, green: 0, blue: 0, opacity: 0) }
    let (red, green, blue) = color(high > low ? (number - low) / (high - low) : 0)
    return Color(red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
  }
}
