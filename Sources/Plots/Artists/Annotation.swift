@_implementationOnly import Glibc

/// A remark with an arrow to what it is about, as `annotate` leaves it on axes.
public final class Annotation: Artist, CustomStringConvertible, @unchecked Sendable {
  /// What is written.
  public let text: String

  private let place: (Double, Double)
  private let textPlace: (Double, Double)
  private let color: Color
  private let size: Double
  private let hasArrow: Bool

  init(
    _ text: String, place: (Double, Double), textPlace: (Double, Double), color: Color,
    size: Double, hasArrow: Bool
  ) {
    self.text = text
    self.place = place
    self.textPlace = textPlace
    self.color = color
    self.size = size
    self.hasArrow = hasArrow
  }

  /// The remark and the place it is about.
  public var description: String { "Annotation(\(place.0), \(place.1), \"\(text)\")" }

  var layer: ArtistLayer { .texts }

  var reach: DataReach { DataReach() }

  func draw(with painter: AxesPainter) -> Rectangle? {
    let canvas = painter.canvas
    let target = painter.point(place)
    let start = painter.point(textPlace)
    guard target.isFinite, start.isFinite else { return nil }
    let covered = canvas.text(
      Label(text), at: start, .left, .baseline, Lettering(points: size, color: color))
    if hasArrow { drawArrow(from: covered, to: target, canvas) }
    return covered
  }

  func obstacles(_ painter: AxesPainter) -> [Obstacle] { [.points([painter.point(place)])] }

  /// A line from the edge of the text to a little before the place, with two strokes as its head.
  private func drawArrow(from text: Rectangle, to target: Point, _ canvas: Canvas) {
    let gap = canvas.points(2)
    let box = text.outset(gap)
    let (dx, dy) = (target.x - box.center.x, target.y - box.center.y)
    let length = (dx * dx + dy * dy).squareRoot()
    // The part of the way that lies inside of the text's box.
    let inside = min(box.width / 2 / abs(dx), box.height / 2 / abs(dy))
    guard length > 0, inside * length < length - 2 * gap else { return }
    let start = Point(x: box.center.x + inside * dx, y: box.center.y + inside * dy)
    let tip = Point(x: target.x - gap * dx / length, y: target.y - gap * dy / length)
    let width = canvas.points(1)
    canvas.stroke([start, tip], color, width: width)
    let head = canvas.points(0.45 * size)
    let barbs = [-0.5, 0.5].map { turn in
      let angle = atan2(dy, dx) + turn
      return Point(x: tip.x - head * cos(angle), y: tip.y - head * sin(angle))
    }
    canvas.stroke([barbs[0], tip, barbs[1]], color, width: width)
  }
}
