internal import Tensors

/// A sheet that axes are drawn on.
///
/// `plt` keeps the figure that its calls draw on; several can be made and drawn on by hand:
///
///     let figure = Figure(figsize: (8, 3))
///     figure.subplot(1, 2, 1).plot([1, 3, 2])
///     figure.subplot(1, 2, 2).plot([2, 3, 1])
///     figure                               // as a cell's last line: the picture
public final class Figure: CustomStringConvertible, @unchecked Sendable {
  /// Width and height in inches.
  public let figsize: (width: Double, height: Double)
  /// Pixels of an inch.
  public let dpi: Double
  /// The colours of the sheet and of what axes draw on it.
  public let style: PlotStyle
  /// What stands above all axes.
  public var suptitle = ""

  var parameters = SubplotParameters()
  /// Room around axes in sizes of a letter, where their places are to follow what they hold.
  private(set) var tightPad: Double?
  /// The axes, in the order in which they were made.
  public private(set) var axes: [Axes] = []
  private(set) var current: Axes?

  /// Creates an empty figure.
  ///
  /// - Parameters:
  ///   - figsize: width and height in inches, 6.4 and 4.8 by default.
  ///   - dpi: pixels of an inch.
  ///   - style: the colours, those of `plt.style` by default.
  public init(
    figsize: (Double, Double) = (6.4, 4.8), dpi: Double = 100, style: PlotStyle? = nil
  ) {
    let pixels = (figsize.0 * dpi, figsize.1 * dpi)
    // Cairo's pictures have at most 32,767 pixels a side, of which the notebook takes two.
    guard (1...16_000).contains(pixels.0), (1...16_000).contains(pixels.1) else {
      misuse(
        "\(figsize.0) × \(figsize.1) inches with \(dpi) dpi cannot be drawn", in: "plt.figure",
        hint: "figsize is in inches, (6.4, 4.8) for instance; 16,000 pixels a side at most")
    }
    self.figsize = (figsize.0, figsize.1)
    self.dpi = dpi
    self.style = style ?? PlotStyle.current
  }

  /// The axes in one place of a grid; made when they are not there, else those that are.
  ///
  /// - Parameters:
  ///   - rows: rows of the grid.
  ///   - columns: columns of the grid.
  ///   - index: the place, counted from 1 along the rows.
  @discardableResult
  public func subplot(_ rows: Int = 1, _ columns: Int = 1, _ index: Int = 1) -> Axes {
    guard rows > 0, columns > 0, 1...rows * columns ~= index else {
      misuse(
        "there is no place \(index) in \(rows) × \(columns) axes", in: "plt.subplot",
        hint: "places are counted from 1, along the rows")
    }
    let place = SubplotPlace(rows: rows, columns: columns, index: index)
    let found = axes.first { $0.place == place } ?? Axes(place, style: style)
    if !axes.contains(where: { $0 === found }) { axes.append(found) }
    current = found
    return found
  }

  /// Places the axes so that no label covers another one or is cut off.
  ///
  /// The places are found when the figure is drawn, so labels may still come after the call.
  ///
  /// - Parameter pad: what stays free around them, in sizes of a letter.
  public func tightLayout(pad: Double = 1.08) { tightPad = max(0, pad) }

  /// Places the grid of axes by hand, in parts of the sheet; what is left out stays as it is.
  ///
  /// - Parameters:
  ///   - left: where the first column begins, from the left edge.
  ///   - right: where the last column ends, from the left edge.
  ///   - bottom: where the last row ends, from the lower edge.
  ///   - top: where the first row begins, from the lower edge.
  ///   - wspace: the gap between columns, in parts of the width of one.
  ///   - hspace: the gap between rows, in parts of the height of one.
  public func subplotsAdjust(
    left: Double? = nil, bottom: Double? = nil, right: Double? = nil, top: Double? = nil,
    wspace: Double? = nil, hspace: Double? = nil
  ) {
    var new = parameters
    new.left = left ?? new.left
    new.bottom = bottom ?? new.bottom
    new.right = right ?? new.right
    new.top = top ?? new.top
    new.wspace = max(0, wspace ?? new.wspace)
    new.hspace = max(0, hspace ?? new.hspace)
    if !(new.left < new.right) || !(new.bottom < new.top) {
      misuse(
        "no axes fit from \(new.left) to \(new.right) and from \(new.bottom) to \(new.top)",
        in: "plt.subplotsAdjust", hint: "left is less than right, and bottom less than top")
    }
    (parameters, tightPad) = (new, nil)
  }

  /// Size in pixels and number of axes, in matplotlib's words.
  public var description: String {
    let (width, height) = (Int(figsize.width * dpi), Int(figsize.height * dpi))
    return "<Figure size \(width)x\(height) with \(axes.count) Axes>"
  }
}
