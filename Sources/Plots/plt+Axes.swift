extension plt {
  /// Whether `axis` draws ticks, labels and frame.
  public enum AxisState: Sendable {
    /// They are drawn.
    case on
    /// Only pictures, curves and titles are.
    case off
  }

  /// Writes a text above the axes.
  public static func title(_ text: String) { gca().title = text }

  /// Writes a text above all axes of the figure.
  public static func suptitle(_ text: String) { gcf().suptitle = text }

  /// Writes a text below the x-axis.
  public static func xlabel(_ text: String) { gca().xlabel = text }

  /// Writes a text beside the y-axis.
  public static func ylabel(_ text: String) { gca().ylabel = text }

  /// Sets the ends of the x-axis.
  public static func xlim(_ left: Double, _ right: Double) { gca().xlim = (left, right) }

  /// Sets the ends of the y-axis.
  public static func ylim(_ bottom: Double, _ top: Double) { gca().ylim = (bottom, top) }

  /// Draws ticks, labels and frame of the axes, or leaves them out.
  public static func axis(_ state: AxisState) { gca().isOn = state == .on }

  /// Draws lines across at the ticks.
  public static func grid(_ isOn: Bool = true) { gca().hasGrid = isOn }

  /// Names the curves that have a label.
  public static func legend(loc: LegendLocation = .best) { gca().legendLocation = loc }

  /// Draws a curve through points; `Axes.plot` tells more.
  @discardableResult
  public static func plot(
    _ x: some PlotSeries, _ y: some PlotSeries, _ format: String = "", label: String? = nil,
    color: Color? = nil, linewidth: Double = 1.5
  ) -> Line2D {
    gca().plot(x, y, format, label: label, color: color, linewidth: linewidth)
  }

  /// Draws a curve through points at x = 0, 1, 2 and so on.
  @discardableResult
  public static func plot(
    _ y: some PlotSeries, _ format: String = "", label: String? = nil, color: Color? = nil,
    linewidth: Double = 1.5
  ) -> Line2D {
    gca().plot(y, format, label: label, color: color, linewidth: linewidth)
  }
}
