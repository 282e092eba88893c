internal import Tensors

extension Axes {
  /// Draws upright bars.
  ///
  /// - Parameters:
  ///   - x: the middle of each bar.
  ///   - height: how high each one is, as many; negative ones hang down.
  ///   - width: how wide they are.
  ///   - bottom: where each one stands, 0 by default: the tops of other bars to stack them.
  ///   - color: the colour of all, the next of the cycle by default.
  ///   - colors: the colour of each, in place of `color`.
  ///   - edgecolor: the colour of a line around each bar, without one by default.
  ///   - alpha: how much a bar covers what is below, from 0 to 1.
  ///   - label: the name in the legend.
  @discardableResult
  public func bar(
    _ x: some PlotSeries, _ height: some PlotSeries, width: Double = 0.8,
    bottom: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    let (x, height) = pairs(x, height, "plt.bar")
    let feet = bottom?.plotValues ?? Array(repeating: 0, count: x.count)
    return addBars(
      x, height, width, feet, isHorizontal: false, paint(color, colors, alpha), edgecolor, label)
  }

  /// Draws upright bars with names below them.
  @discardableResult
  public func bar(
    _ names: [String], _ height: some PlotSeries, width: Double = 0.8,
    bottom: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    xticks(Array(names.indices), labels: names, rotation: xAxis.rotation, ha: xAxis.alignment)
    return bar(
      Array(names.indices), height, width: width, bottom: bottom, label: label, color: color,
      colors: colors,
      edgecolor: edgecolor, alpha: alpha)
  }

  /// Draws bars that lie, from bottom to top.
  ///
  /// - Parameters:
  ///   - y: the middle of each bar.
  ///   - width: how long each one is, as many; negative ones go to the left.
  ///   - height: how high they are.
  ///   - left: where each one begins, 0 by default.
  @discardableResult
  public func barh(
    _ y: some PlotSeries, _ width: some PlotSeries, height: Double = 0.8,
    left: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    let (y, width) = pairs(y, width, "plt.barh")
    let feet = left?.plotValues ?? Array(repeating: 0, count: y.count)
    return addBars(
      y, width, height, feet, isHorizontal: true, paint(color, colors, alpha), edgecolor, label)
  }

  /// Draws bars that lie, with names beside them, from bottom to top.
  @discardableResult
  public func barh(
    _ names: [String], _ width: some PlotSeries, height: Double = 0.8,
    left: (any PlotSeries)? = nil, label: String? = nil, color: Color? = nil,
    colors: [Color]? = nil,
    edgecolor: Color? = nil, alpha: Double = 1
  ) -> BarContainer {
    yticks(Array(names.indices), labels: names)
    return barh(
      Array(names.indices), width, height: height, left: left, label: label, color: color,
      colors: colors,
      edgecolor: edgecolor, alpha: alpha)
  }

  /// Writes its length at the end of each bar.
  ///
  /// - Parameter decimals: digits after the point; as many as are needed when left out.
  public func barLabel(_ bars: BarContainer, decimals: Int? = nil) {
    for (bar, length) in zip(bars.bars, bars.lengths) where length.isFinite {
      let middle = (bar.from + bar.to) / 2
      let label = NumberText.text(length, decimals: decimals)
      if bars.isHorizontal {
        add(
          PlotText(
            label, x: bar.end, y: middle, ha: length < 0 ? .right : .left, va: .centerBaseline,
            color: style.foreground, shift: (length < 0 ? -3 : 3, 0)))
      } else {
        add(
          PlotText(
            label, x: middle, y: bar.end, ha: .center, va: length < 0 ? .top : .bottom,
            color: style.foreground, shift: (0, length < 0 ? 3 : -3)))
      }
    }
  }

  private func addBars(
    _ places: [Double], _ lengths: [Double], _ width: Double, _ feet: [Double],
    isHorizontal: Bool, _ colors: [Color], _ edge: Color?, _ label: String?
  ) -> BarContainer {
    if feet.count != places.count {
      misuse(
        "there are \(places.count) bars and \(feet.count) places where they begin",
        in: isHorizontal ? "plt.barh" : "plt.bar", hint: "give one for each bar")
    }
    let bars = places.indices.map { index in
      (
        from: places[index] - width / 2, to: places[index] + width / 2, foot: feet[index],
        end: feet[index] + lengths[index]
      )
    }
    let container = BarContainer(
      bars, isHorizontal: isHorizontal, colors: colors, edge: edge, label: label)
    add(container)
    return container
  }

  private func paint(_ color: Color?, _ colors: [Color]?, _ alpha: Double) -> [Color] {
    if let colors, !colors.isEmpty { return colors.map { $0.faded(alpha) } }
    return [(color ?? nextAreaColor()).faded(alpha)]
  }
}
