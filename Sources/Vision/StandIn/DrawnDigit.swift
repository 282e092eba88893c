/// One digit of the stand-in: a glyph bent, turned, slanted and inked at random.
struct DrawnDigit {
  let label: Int
  /// 28 x 28 grey values, row by row; 0 is paper.
  let pixels: [UInt8]

  /// Draws the picture of that index; the same numbers give the same picture, on every machine.
  init(stream: UInt64, index: Int) {
    var random = InkRandom(stream: stream, index: index)
    label = random.below(glyphs.count)
    let style = random.below(glyphs[label].count)
    let hand = Hand(&random)
    let strokes = glyphs[label][style].strokes.map { stroke in
      stroke.flattened { hand.place($0 + Point(random.bell(0.04), random.bell(0.04))) }
    }
    let canvas = hand.draw(strokes)
    pixels = Self.develop(canvas, &random)
  }

  /// Grain in the ink, and now and then a speck beside it.
  private static func develop(_ canvas: InkCanvas, _ random: inout InkRandom) -> [UInt8] {
    var pixels = canvas.ink.map { ink -> UInt8 in
      guard ink > 0 else { return 0 }
      return UInt8(min(max(ink * 255 + random.bell(12), 0), 255))
    }
    for _ in 0..<random.below(4) {
      let position = random.below(pixels.count)
      pixels[position] = max(pixels[position], UInt8(random.even(20...140)))
    }
    return pixels
  }
}

/// The manner of one writer at one moment.
private struct Hand {
  private let size: Point
  private let slant: Float
  private let turn: Point
  private let bend: Point
  private let shift: Point
  private let radius: Float
  private let softness: Float
  private let darkness: Float
  private let taper: Float

  init(_ random: inout InkRandom) {
    size = Point(random.even(11...18), random.even(17...21))
    slant = random.bell(0.16) + 0.1
    // A turn by the angle whose tangent is drawn: exact without a sine.
    let tangent = random.bell(0.12)
    turn = Point(1, tangent) / (1 + tangent * tangent).squareRoot()
    bend = Point(random.bell(0.12), random.bell(0.12))
    shift = Point(random.bell(0.9), random.bell(0.9))
    radius = random.even(0.65...1.8)
    softness = random.even(0.55...0.95)
    darkness = random.even(0.9...1.5)
    taper = random.even(-0.25...0.25)
  }

  /// From the glyph's box to pixels about (0, 0).
  func place(_ point: Point) -> Point {
    var p = point - 0.5
    p += Point(bend.x * (p.y * p.y - 0.1), bend.y * (p.x * p.x - 0.1)) * 2
    p.x -= slant * p.y
    p *= size
    return Point(p.x * turn.x - p.y * turn.y, p.x * turn.y + p.y * turn.x)
  }

  /// Draws the strokes with their centre of mass in the middle, as MNIST has it, moved a little.
  func draw(_ strokes: [[Point]]) -> InkCanvas {
    let middle = Point(repeating: Float(InkCanvas.side - 1) / 2)
    let first = draw(strokes, at: middle)
    let correction = first.centre.map { middle - $0 } ?? .zero
    return draw(strokes, at: middle + correction + shift)
  }

  private func draw(_ strokes: [[Point]], at origin: Point) -> InkCanvas {
    var canvas = InkCanvas()
    for points in strokes {
      for index in 1..<points.count {
        let progress = Float(index) / Float(points.count) - 0.5
        canvas.stroke(
          from: points[index - 1] + origin, to: points[index] + origin,
          radius: radius * (1 + taper * progress), softness: softness, darkness: darkness)
      }
    }
    return canvas
  }
}
