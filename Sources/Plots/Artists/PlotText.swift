/// A text on axes, as `text` leaves it there.
public final class PlotText: Artist, CustomStringConvertible, @unchecked Sendable {
  /// What is written.
  public let text: String

  private let x: Double
  private let y: Double
  private let ha: HorizontalAlignment
  private let va: VerticalAlignment
  private let color: Color
  private let size: Double
  private let rotation: Double
  private let box: Color?
  /// How far to the right of and below its place it stands, in points.
  private let shift: (Double, Double)

  init(
    _ text: String, x: Double, y: Double, ha: HorizontalAlignment, va: VerticalAlignment,
    color: Color, size: Double = 10, rotation: Double = 0, box: Color? = nil,
    shift: (Double, Double) = (0, 0)
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.ha = ha
    self.va = va
    self.color = color
    self.size = size
    self.rotation = rotation
    self.box = box
    self.shift = shift
  }

  /// The text and its place.
  public var description: String { "Text(\(x), \(y), \"\(text)\")" }

  var layer: ArtistLayer { .texts }

  /// As in matplotlib, axes do not grow for a text.
  var reach: DataReach { DataReach() }

  func draw(with painter: AxesPainter) -> Rectangle? {
    let canvas = painter.canvas
    let place = Point(
      x: painter.x.position(x) + canvas.points(shift.0),
      y: painter.y.position(y) + canvas.points(shift.1))
    guard place.isFinite else { return nil }
    let letters = Lettering(points: size, color: color)
    if let box {
      let middle = canvas.bounds(
        of: Label(text), at: place, ha, va, letters, rotated: rotation
      ).center
      let (width, height) = canvas.extent(of: Label(text), letters)
      let room = Rectangle(
        left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
        bottom: middle.y + height / 2)
      canvas.turned(by: rotation, around: middle) {
        canvas.box(
          room.outset(canvas.points(0.3 * size)), radius: canvas.points(0.3 * size), fill: box,
          frame: painter.style.foreground, width: canvas.points(1))
      }
    }
    return canvas.text(Label(text), at: place, ha, va, letters, rotated: rotation)
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] {
    let place = Point(x: painter.x.position(x), y: painter.y.position(y))
    guard place.isFinite else { return [] }
    let letters = Lettering(points: size, color: color)
    return [
      .box(painter.canvas.bounds(of: Label(text), at: place, ha, va, letters, rotated: rotation))
    ]
  }
}
