@_implementationOnly import CPangoCairo

/// A sheet of pixels to draw on, in units of a figure's pixels.
///
/// Sharp screens show several device pixels for one of a figure: `scale` of them. Horizontal
/// and vertical lines and the edges of pictures are moved to whole device pixels, so that they
/// look even.
final class Canvas {
  let scale: Double
  let dpi: Double
  let width: Int
  let height: Int
  let context: OpaquePointer
  private let surface: OpaquePointer
  let fonts: Fonts

  /// A white sheet of so many device pixels, whose corner lies at `origin` of the figure.
  init(width: Int, height: Int, origin: Point, scale: Double, dpi: Double) {
    self.scale = scale
    self.dpi = dpi
    self.width = width
    self.height = height
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS
    else { fatalError("plt: no memory for a figure of \(width) × \(height) pixels") }
    self.surface = surface
    self.context = context
    fonts = Fonts(context)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -origin.x, -origin.y)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The pixels of so many points (72 to the inch).
  func points(_ count: Double) -> Double { count * dpi / 72 }

  func fill(_ rectangle: Rectangle, _ color: Color) {
    set(color)
    cairo_rectangle(
      context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
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
    let pixels = max(1, (width * scale).rounded())
    let shift = pixels.truncatingRemainder(dividingBy: 2) / 2
    func snapped(_ point: Point) -> (Double, Double) {
      var (x, y) = (point.x, point.y)
      cairo_user_to_device(context, &x, &y)
      return (x.rounded() + shift, y.rounded() + shift)
    }
    set(color)
    cairo_save(context)
    let (from, to) = (snapped(start), snapped(end))
    cairo_identity_matrix(context)
    cairo_set_line_width(context, pixels)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    cairo_move_to(context, from.0, from.1)
    cairo_line_to(context, to.0, to.1)
    cairo_stroke(context)
    cairo_restore(context)
  }

  /// A line through points; a place that is not finite leaves a gap.
  func stroke(_ points: [Point], _ color: Color, width: Double, dashes: [Double] = []) {
    set(color)
    cairo_new_path(context)
    var isDown = false
    for point in points {
      let isThere = point.x.isFinite && point.y.isFinite
      if isThere && isDown { cairo_line_to(context, point.x, point.y) }
      if isThere && !isDown { cairo_move_to(context, point.x, point.y) }
      isDown = isThere
    }
    cairo_set_line_width(context, width)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_line_cap(context, dashes.isEmpty ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_stroke(context)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// Fills a closed shape, or strokes an open one.
  func shape(_ points: [Point], _ color: Color, isFilled: Bool, width: Double) {
    guard let first = points.first else { return }
    set(color)
    cairo_move_to(context, first.x, first.y)
    for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    if isFilled {
      cairo_close_path(context)
      cairo_fill(context)
    } else {
      cairo_set_line_width(context, width)
      cairo_stroke(context)
    }
  }

  func disc(_ center: Point, radius: Double, _ color: Color) {
    set(color)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    cairo_fill(context)
  }

  /// Draws with nothing going outside of a rectangle.
  func clipped(to rectangle: Rectangle, _ draw: () -> Void) {
    cairo_save(context)
    cairo_rectangle(
      context, rectangle.left, rectangle.top, rectangle.width, rectangle.height)
    cairo_clip(context)
    draw()
    cairo_restore(context)
  }

  func set(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
  }
}
