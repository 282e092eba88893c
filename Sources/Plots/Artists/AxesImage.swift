/// A picture on axes, as `imshow` leaves it there.
public final class AxesImage: Artist, Mappable, CustomStringConvertible, @unchecked Sendable {
  /// The colours that stand for numbers; `nil` for a picture that has colours of its own.
  public let cmap: ColorMap?
  /// The number that takes the first colour of the map.
  public let vmin: Double
  /// The number that takes the last colour of the map.
  public let vmax: Double

  let picture: Picture
  private let colors: ColorMap

  init(_ picture: Picture, cmap: ColorMap, vmin: Double?, vmax: Double?) {
    self.picture = picture
    if case .numbers = picture.content { self.cmap = cmap } else { self.cmap = nil }
    colors = cmap
    var smallest = Double.infinity
    var largest = -Double.infinity
    if case .numbers(let numbers) = picture.content, vmin == nil || vmax == nil {
      for number in numbers where number.isFinite {
        smallest = min(smallest, number)
        largest = max(largest, number)
      }
    }
    self.vmin = vmin ?? (smallest.isFinite ? smallest : 0)
    self.vmax = vmax ?? (largest.isFinite ? largest : 1)
  }

  /// The size of the picture: width and height in pixels.
  public var description: String { "AxesImage(\(picture.width) × \(picture.height))" }

  /// Where the edges of the picture lie: pixel centres are at whole numbers.
  var extent: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (-0.5...Double(picture.width) - 0.5, -0.5...Double(picture.height) - 0.5)
  }

  var layer: ArtistLayer { .pictures }

  var reach: DataReach {
    let (x, y) = (
      [extent.x.lowerBound, extent.x.upperBound], [extent.y.lowerBound, extent.y.upperBound]
    )
    return DataReach(x: .init(x, fixed: x), y: .init(y, fixed: y))
  }

  func draw(with painter: AxesPainter) -> Rectangle? {
    // Of a picture that is shown in part, only that part is enlarged.
    let columns = Self.shown(painter.x, of: picture.width)
    let rows = Self.shown(painter.y, of: picture.height)
    if columns.isEmpty || rows.isEmpty { return nil }
    let place = Rectangle(
      left: painter.x.position(Double(columns.lowerBound) - 0.5),
      top: painter.y.position(Double(rows.lowerBound) - 0.5),
      right: painter.x.position(Double(columns.upperBound) - 0.5),
      bottom: painter.y.position(Double(rows.upperBound) - 0.5))
    painter.canvas.draw(place) { raster().cropped(columns, rows) }
    return nil
  }

  /// The columns or rows that lie between the ends of an axis.
  private static func shown(_ axis: AxisScale, of count: Int) -> Range<Int> {
    let low = max(0, min(Double(count), (axis.lower + 0.5).rounded(.down)))
    let high = max(low, min(Double(count), (axis.upper + 0.5).rounded(.up)))
    return Int(low)..<Int(high)
  }

  /// The colours of all pixels.
  func raster() -> Raster {
    let pixels =
      switch picture.content {
      case .numbers(let numbers): colours(of: numbers)
      case .colours(let colours): colours
      }
    return Raster(width: picture.width, height: picture.height, pixels: pixels)
  }

  private func colours(of numbers: [Double]) -> [UInt8] {
    // Equal limits leave the first colour to all, as matplotlib's norm does.
    let scale = vmax > vmin ? 1 / (vmax - vmin) : 0
    var colours = [UInt8](repeating: 0, count: 4 * numbers.count)
    for (place, number) in numbers.enumerated() where !number.isNaN {
      let position = vmax > vmin ? (number - vmin) * scale : 0
      let (red, green, blue) = colors.color(position)
      colours[4 * place] = red
      colours[4 * place + 1] = green
      colours[4 * place + 2] = blue
      colours[4 * place + 3] = 255
    }
    return colours
  }
}
