@_implementationOnly import CPangoCairo

extension Canvas {
  /// Fills a rectangle.
  func fill(_ rectangle: Rectangle, _ color: Color) {
    set(color)
    cairo_rectangle(context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
    cairo_fill(context)
  }

  /// Fills the shape with these corners.
  func fill(_ corners: [Point], _ color: Color) {
    if kind == .measuring { return }
    set(color)
    trace(corners)
    cairo_close_path(context)
    cairo_fill(context)
  }

  /// A rectangle with round corners, filled and framed.
  func box(_ box: Rectangle, radius: Double, fill: Color, frame: Color, width: Double) {
    let corners = [
      (box.right - radius, box.top + radius, -0.5), (box.right - radius, box.bottom - radius, 0),
      (box.left + radius, box.bottom - radius, 0.5), (box.left + radius, box.top + radius, 1),
    ]
    cairo_new_path(context)
    for (x, y, turn) in corners {
      cairo_arc(context, x, y, radius, turn * .pi, (turn + 0.5) * .pi)
    }
    cairo_close_path(context)
    set(fill)
    cairo_fill_preserve(context)
    set(frame)
    cairo_set_line_width(context, width)
    cairo_stroke(context)
  }

  /// A horizontal or vertical line of whole device pixels.
  func rule(from start: Point, to end: Point, _ color: Color, width: Double) {
    // One place that is no number would end everything that Cairo draws.
    guard start.isFinite, end.isFinite else { return }
    set(color)
    cairo_save(context)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    if kind == .vector {
      cairo_set_line_width(context, width)
      cairo_move_to(context, start.x, start.y)
      cairo_line_to(context, end.x, end.y)
    } else {
      let pixels = max(1, (width * scale).rounded())
      let shift = pixels.truncatingRemainder(dividingBy: 2) / 2
      let (from, to) = (snapped(start, shift), snapped(end, shift))
      cairo_identity_matrix(context)
      cairo_set_line_width(context, pixels)
      cairo_move_to(context, from.x, from.y)
      cairo_line_to(context, to.x, to.y)
    }
    cairo_stroke(context)
    cairo_restore(context)
  }

  /// Four rules around a rectangle.
  func outline(_ box: Rectangle, _ color: Color, width: Double) {
    let corners = box.corners
    for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      rule(from: start, to: end, color, width: width)
    }
  }

  /// A rectangle whose edges lie between device pixels, so that bars side by side leave no seam.
  func snapped(_ box: Rectangle) -> Rectangle {
    if kind != .pixels { return box }
    func snapped(_ x: Double, _ y: Double) -> Point {
      var (x, y) = (max(-1e6, min(1e6, x)), max(-1e6, min(1e6, y)))
      cairo_user_to_device(context, &x, &y)
      (x, y) = (x.rounded(), y.rounded())
      cairo_device_to_user(context, &x, &y)
      return Point(x: x, y: y)
    }
    let (start, end) = (snapped(box.left, box.top), snapped(box.right, box.bottom))
    return Rectangle(left: start.x, top: start.y, right: end.x, bottom: end.y)
  }

  private func snapped(_ point: Point, _ shift: Double) -> Point {
    var (x, y) = (point.x, point.y)
    cairo_user_to_device(context, &x, &y)
    return Point(x: x.rounded() + shift, y: y.rounded() + shift)
  }

  /// A line through points; a place that is not finite leaves a gap.
  func stroke(
    _ points: [Point], _ color: Color, width: Double, dashes: [Double] = [], isClosed: Bool = false
  ) {
    if kind == .measuring { return }
    set(color)
    trace(points)
    if isClosed { cairo_close_path(context) }
    cairo_set_line_width(context, width)
    cairo_set_line_join(context, isClosed ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, dashes.isEmpty ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_stroke(context)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// Cairo keeps places in 24 bits before the point; what is further away is as far away.
  private func trace(_ points: [Point]) {
    cairo_new_path(context)
    var isDown = false
    for point in points {
      let isThere = point.isFinite
      if isThere {
        let (x, y) = (max(-1e6, min(1e6, point.x)), max(-1e6, min(1e6, point.y)))
        if isDown { cairo_line_to(context, x, y) } else { cairo_move_to(context, x, y) }
      }
      isDown = isThere
    }
  }

  /// A filled circle.
  func disc(_ center: Point, radius: Double, _ color: Color) {
    if kind == .measuring { return }
    set(color)
    cairo_new_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    cairo_fill(context)
  }

  /// The line around a circle.
  func circle(_ center: Point, radius: Double, _ color: Color, width: Double) {
    if kind == .measuring { return }
    set(color)
    cairo_new_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    cairo_set_line_width(context, width)
    cairo_stroke(context)
  }
}
