extension plt {
  /// Whether `axis` draws ticks, labels and frame.
  public enum AxisState: Sendable {
    /// They are drawn.
    case on
    /// Only pictures, curves and titles are.
    case off
  }

  /// Writes a text above the axes, with letters of so many points.
  public static func title(_ text: String, fontsize: Double = 12) {
    (gca().title, gca().titleSize) = (text, fontsize)
  }

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

  /// Spreads the numbers of the x-axis evenly, or by their logarithms.
  public static func xscale(_ scale: Scale) { gca().xscale = scale }

  /// Spreads the numbers of the y-axis evenly, or by their logarithms.
  public static func yscale(_ scale: Scale) { gca().yscale = scale }

  /// Chooses the ticks of the x-axis; `Axes.xticks` tells more.
  public static func xticks(
    _ positions: some PlotSeries, labels: [String]? = nil, rotation: Double = 0,
    ha: HorizontalAlignment? = nil
  ) {
    gca().xticks(positions, labels: labels, rotation: rotation, ha: ha)
  }

  /// Turns the labels of the x-axis by so many degrees to the left.
  public static func xticks(rotation: Double, ha: HorizontalAlignment? = nil) {
    gca().xticks(rotation: rotation, ha: ha)
  }

  /// Chooses the ticks of the y-axis; `Axes.xticks` tells more.
  public static func yticks(
    _ positions: some PlotSeries, labels: [String]? = nil, rotation: Double = 0,
    ha: HorizontalAlignment? = nil
  ) {
    gca().yticks(positions, labels: labels, rotation: rotation, ha: ha)
  }

  /// Draws ticks, labels and frame of the axes, or leaves them out.
  public static func axis(_ state: AxisState) { gca().isOn = state == .on }

  /// Draws lines across at the ticks.
  public static func grid(_ isOn: Bool = true) { gca().hasGrid = isOn }

  /// Names the curves, bars and points that have a label.
  public static func legend(loc: LegendLocation = .best) { gca().legendLocation = loc }
}
