typealias Point = SIMD2<Float>

/// One way to write a digit: strokes in a box of width and height 1, y pointing down.
struct Glyph {
  let strokes: [Stroke]

  /// A run of the pen: straight from point to point, or a smooth curve through the points.
  struct Stroke {
    let points: [Point]
    let isCurved: Bool
  }

  init(_ strokes: Stroke...) {
    self.strokes = strokes
  }
}

/// Reads as a drawing: `Glyph(line(...), curve(...))`.
func line(_ points: (Float, Float)...) -> Glyph.Stroke {
  Glyph.Stroke(points: points.map { Point($0.0, $0.1) }, isCurved: false)
}

/// A smooth curve through the points; see `line`.
func curve(_ points: (Float, Float)...) -> Glyph.Stroke {
  Glyph.Stroke(points: points.map { Point($0.0, $0.1) }, isCurved: true)
}

extension Glyph.Stroke {
  /// The stroke as short straight pieces, its points first moved by `move`.
  ///
  /// Curves are Catmull-Rom splines: they pass through every point, with the tangent at a point
  /// parallel to the line between its neighbours.
  func flattened(steps: Int = 6, moving move: (Point) -> Point) -> [Point] {
    let points = points.map(move)
    guard isCurved, points.count > 2 else { return points }
    var pieces = [points[0]]
    for index in 0..<points.count - 1 {
      let before = points[max(index - 1, 0)]
      let (start, end) = (points[index], points[index + 1])
      let after = points[min(index + 2, points.count - 1)]
      for step in 1...steps {
        let t = Float(step) / Float(steps)
        let constant = 2 * start
        let linear = (end - before) * t
        let square = (2 * before - 5 * start + 4 * end - after) * (t * t)
        let cube = (3 * start - before - 3 * end + after) * (t * t * t)
        pieces.append((constant + linear + square + cube) * 0.5)
      }
    }
    return pieces
  }
}
