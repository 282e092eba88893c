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
  /// What stands above all axes.
  public var suptitle = ""

  private(set) var axes: [Axes] = []
  private(set) var current: Axes?

  /// Creates an empty figure.
  ///
  /// - Parameters:
  ///   - figsize: width and height in inches, 6.4 and 4.8 by default.
  ///   - dpi: pixels of an inch.
  public init(figsize: (Double, Double) = (6.4, 4.8), dpi: Double = 100) {
    let pixels = (figsize.0 * dpi, figsize.1 * dpi)
    // Cairo's pictures have at most 32,767 pixels a side, of which the notebook takes two.
    guard (1...16_000).contains(pixels.0), (1...16_000).contains(pixels.1) else {
      misuse(
        "\(figsize.0) × \(figsize.1) inches with \(dpi) dpi cannot be drawn", in: "plt.figure",
        hint: "figsize is in inches, (6.4, 4.8) for instance; 16,000 pixels a side at most")
    }
    self.figsize = (figsize.0, figsize.1)
    self.dpi = dpi
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
    let found = axes.first { $0.place == place } ?? Axes(place)
    if !axes.contains(where: { $0 === found }) { axes.append(found) }
    current = found
    return found
  }

  /// Size in pixels and number of axes, in matplotlib's words.
  public var description: String {
    let (width, height) = (Int(figsize.width * dpi), Int(figsize.height * dpi))
    return "<Figure size \(width)x\(height) with \(axes.count) Axes>"
  }
}
