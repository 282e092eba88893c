internal import Tensors

/// A pair of axes in a figure: pictures and curves, ticks, labels and a title.
///
///     let axes = plt.subplot(1, 2, 1)
///     axes.plot([3, 1, 2], label: "loss")
///     axes.title = "training"
public final class Axes: CustomStringConvertible, @unchecked Sendable {
  /// What stands above.
  public var title = ""
  /// The size of the title's letters in points.
  public var titleSize = 12.0
  /// What stands below the ticks of the x-axis.
  public var xlabel = ""
  /// What stands beside the ticks of the y-axis, from bottom to top.
  public var ylabel = ""
  /// Whether ticks, labels and the frame are drawn.
  public var isOn = true
  /// Whether lines go across at the ticks.
  public var hasGrid = false
  /// The ends of the x-axis, or `nil` to show all that is drawn.
  public var xlim: (Double, Double)? {
    get { xAxis.limits }
    set {
      check(newValue, xAxis.scale, "plt.xlim")
      xAxis.limits = newValue
    }
  }
  /// The ends of the y-axis, or `nil` to show all that is drawn.
  public var ylim: (Double, Double)? {
    get { yAxis.limits }
    set {
      check(newValue, yAxis.scale, "plt.ylim")
      yAxis.limits = newValue
    }
  }
  /// How the numbers of the x-axis are spread.
  public var xscale: Scale {
    get { xAxis.scale }
    set {
      check(xlim, newValue, "plt.xscale")
      xAxis.scale = newValue
    }
  }
  /// How the numbers of the y-axis are spread.
  public var yscale: Scale {
    get { yAxis.scale }
    set {
      check(ylim, newValue, "plt.yscale")
      yAxis.scale = newValue
    }
  }
  /// Where the legend stands, or `nil` for none.
  public var legendLocation: LegendLocation?

  /// Rows, columns and the place in them, counted from 1 along the rows.
  let place: SubplotPlace
  let style: PlotStyle
  var xAxis = AxisSettings()
  var yAxis = AxisSettings()
  var colorBar: ColorBar?
  var keepsAspect = false
  private(set) var artists: [any Artist] = []
  private var curves = 0
  private var areas = 0

  init(_ place: SubplotPlace, style: PlotStyle) {
    self.place = place
    self.style = style
  }

  /// The place in the figure and how much is drawn.
  public var description: String {
    let images = artists.count { $0 is AxesImage }
    return "Axes(\(place.rows), \(place.columns), \(place.index); "
      + "\(images) images, \(artists.count - images) others)"
  }

  func add(_ artist: some Artist) { artists.append(artist) }

  /// The next colour of the cycle for a curve.
  func nextCurveColor() -> Color {
    defer { curves += 1 }
    return style.cycled(curves)
  }

  /// The next colour of the cycle for bars, points and areas, which matplotlib counts apart.
  func nextAreaColor() -> Color {
    defer { areas += 1 }
    return style.cycled(areas)
  }

  private func check(_ limits: (Double, Double)?, _ scale: Scale, _ operation: String) {
    guard let (from, to) = limits else { return }
    let least = max(1e-287, 1e-15 * max(abs(from), abs(to)))
    if !(to - from).isFinite || abs(to - from) <= least {
      misuse(
        "no axis goes from \(from) to \(to)", in: operation, hint: "give two different numbers")
    }
    if scale == .log && min(from, to) <= 0 {
      misuse(
        "no axis of logarithms goes from \(from) to \(to)", in: operation,
        hint: "give numbers above zero")
    }
  }
}
