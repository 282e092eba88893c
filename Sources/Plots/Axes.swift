internal import Tensors

/// A pair of axes in a figure: pictures and curves, ticks, labels and a title.
///
///     let axes = plt.subplot(1, 2, 1)
///     axes.plot([3, 1, 2], label: "loss")
///     axes.title = "training"
public final class Axes: CustomStringConvertible, @unchecked Sendable {
  /// What stands above.
  public var title = ""
  /// What stands below the ticks of the x-axis.
  public var xlabel = ""
  /// What stands beside the ticks of the y-axis, from bottom to top.
  public var ylabel = ""
  /// Whether ticks, labels and the frame are drawn.
  public var isOn = true
  /// Whether lines go across at the ticks.
  public var hasGrid = false
  /// The ends of the x-axis, or `nil` to show all that is drawn.
  public var xlim: (Double, Double)? { didSet { check(xlim, "plt.xlim") } }
  /// The ends of the y-axis, or `nil` to show all that is drawn.
  public var ylim: (Double, Double)? { didSet { check(ylim, "plt.ylim") } }
  /// Where the legend stands, or `nil` for none.
  public var legendLocation: LegendLocation?

  /// Rows, columns and the place in them, counted from 1 along the rows.
  let place: SubplotPlace
  private(set) var images: [AxesImage] = []
  private(set) var lines: [Line2D] = []
  var keepsAspect = false

  init(_ place: SubplotPlace) { self.place = place }

  /// The place in the figure and what is drawn.
  public var description: String {
    "Axes(\(place.rows), \(place.columns), \(place.index); "
      + "\(images.count) images, \(lines.count) lines)"
  }

  private func check(_ limits: (Double, Double)?, _ operation: String) {
    guard let (from, to) = limits, !(to - from).isFinite || from == to else { return }
    misuse("no axis goes from \(from) to \(to)", in: operation, hint: "give two different numbers")
  }

  func show(_ image: AxesImage) {
    images.append(image)
    keepsAspect = true
  }

  /// Draws a curve through points.
  ///
  /// - Parameters:
  ///   - x: the places of the points from left to right.
  ///   - y: the places from bottom to top, as many; NaN leaves a gap.
  ///   - format: colour, marker and line in matplotlib's letters: `"r--"`, `"o"`, `"k.-"`.
  ///   - label: the name in the legend.
  ///   - color: the colour; the next of the cycle when neither it nor the format gives one.
  ///   - linewidth: width of the line in points.
  @discardableResult
  public func plot(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil,
    color: Color? = nil, linewidth: Double = 1.5
  ) -> Line2D {
    let (x, y) = (x.plotValues, y.plotValues)
    if x.count != y.count {
      misuse(
        "there are \(x.count) values in x and \(y.count) in y", in: "plt.plot",
        hint: "give one y for each x, or leave x out")
    }
    var style = LineStyle(format: format)
    style.width = linewidth
    let cycled = lines.count { $0.takesCycle }
    let line = Line2D(
      x: x, y: y, label: label, style: style,
      color: color ?? style.color ?? Color.cycle(cycled),
      takesCycle: color == nil && style.color == nil)
    lines.append(line)
    return line
  }

  /// Draws a curve through points at x = 0, 1, 2 and so on.
  @discardableResult
  public func plot(
    _ y: some PlotSeries, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> Line2D {
    let values = y.plotValues
    return plot(
      Array(values.indices), values, format, label: label, color: color, linewidth: linewidth)
  }
}

/// A cell of a grid of axes.
struct SubplotPlace: Equatable {
  var rows: Int
  var columns: Int
  var index: Int
}
