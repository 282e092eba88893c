/// Figures by plain calls, as matplotlib's `pyplot` makes them.
///
///     plt.figure(figsize: (10, 7))
///     plt.imshow(digit, cmap: .gray)
///     plt.title("a five")
///     plt.show()
///
/// Calls draw on the axes that `figure` or `subplot` chose last, and make them where there are
/// none. Figures that `show` has not shown appear at the end of the cell. Outside of a notebook
/// `show` prints the size of the figure, and `savefig` writes the picture.
public enum plt {
  /// The colours of figures made from now on: `.light`, `.dark` or a copy with changes.
  public static var style: PlotStyle {
    get { PlotStyle.current }
    set { PlotStyle.current = newValue }
  }

  /// The form in which a notebook shows figures, PNG unless it is changed.
  public static var inlineFormat: InlineFormat {
    get { InlineFormat.current }
    set { InlineFormat.current = newValue }
  }

  /// Makes a new figure and draws on it from now on.
  ///
  /// - Parameters:
  ///   - figsize: width and height in inches.
  ///   - dpi: pixels of an inch.
  @discardableResult
  public static func figure(figsize: (Double, Double) = (6.4, 4.8), dpi: Double = 100) -> Figure {
    let figure = Figure(figsize: figsize, dpi: dpi)
    OpenFigures.open(figure)
    return figure
  }

  /// Draws from now on at one place of a grid of axes, counted from 1 along the rows.
  @discardableResult
  public static func subplot(_ rows: Int = 1, _ columns: Int = 1, _ index: Int = 1) -> Axes {
    OpenFigures.current.subplot(rows, columns, index)
  }

  /// Makes a figure with a grid of axes, row by row.
  public static func subplots(
    _ rows: Int = 1, _ columns: Int = 1, figsize: (Double, Double) = (6.4, 4.8)
  ) -> (figure: Figure, axes: [Axes]) {
    let figure = figure(figsize: figsize)
    let count = max(1, rows * columns)
    return (figure, (1...count).map { figure.subplot(rows, columns, $0) })
  }

  /// The figure that calls draw on.
  public static func gcf() -> Figure { OpenFigures.current }

  /// The axes that calls draw on.
  public static func gca() -> Axes { OpenFigures.current.current ?? subplot() }

  /// Shows all open figures and closes them; what follows draws on a new one.
  public static func show() { OpenFigures.showAll() }

  /// Closes all open figures without showing them.
  public static func close() { OpenFigures.closeAll() }

  /// Places the axes so that no label covers another one; `Figure.tightLayout` tells more.
  public static func tightLayout(pad: Double = 1.08) { gcf().tightLayout(pad: pad) }

  /// Places the grid of axes by hand; `Figure.subplotsAdjust` tells more.
  public static func subplotsAdjust(
    left: Double? = nil, bottom: Double? = nil, right: Double? = nil, top: Double? = nil,
    wspace: Double? = nil, hspace: Double? = nil
  ) {
    gcf().subplotsAdjust(
      left: left, bottom: bottom, right: right, top: top, wspace: wspace, hspace: hspace)
  }

  /// Writes the figure to a PNG or SVG file; `Figure.savefig` tells more.
  ///
  /// - Throws: `ImageError` when the file cannot be written.
  public static func savefig(_ path: String, dpi: Double? = nil, tight: Bool = false) throws {
    try gcf().savefig(path, dpi: dpi, tight: tight)
  }
}
