@_implementationOnly import CPangoCairo

/// A sheet to draw on, in units of a figure's pixels.
///
/// Sharp screens show several device pixels for one of a figure: `scale` of them. Horizontal
/// and vertical lines and the edges of pictures are moved to whole device pixels, so that they
/// look even.
final class Canvas {
  enum Kind { case pixels, vector, measuring }

  let kind: Kind
  let scale: Double
  let dpi: Double
  let width: Int
  let height: Int
  let context: OpaquePointer
  let fonts: Fonts
  var sizes: [TextKey: TextSize] = [:]
  private let surface: OpaquePointer

  /// A sheet on a surface of Cairo that it owns from now on, with `origin` of the figure in its
  /// corner.
  private init(
    _ surface: OpaquePointer?, _ kind: Kind, width: Int, height: Int, origin: Point, scale: Double,
    dpi: Double
  ) {
    guard let surface, let context = cairo_create(surface),
      cairo_status(context) == CAIRO_STATUS_SUCCESS
    else { fatalError("plt: no memory for a figure of \(width) × \(height) pixels") }
    self.kind = kind
    self.scale = scale
    self.dpi = dpi
    self.width = width
    self.height = height
    self.surface = surface
    self.context = context
    fonts = Fonts.take()
    cairo_scale(context, scale, scale)
    cairo_translate(context, -origin.x, -origin.y)
  }

  deinit {
    fonts.putBack()
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// A sheet of so many device pixels, transparent until it is painted.
  convenience init(width: Int, height: Int, origin: Point, scale: Double, dpi: Double) {
    self.init(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)), .pixels,
      width: width, height: height, origin: origin, scale: scale, dpi: dpi)
  }

  /// A sheet on which nothing is drawn, to find out how much room everything takes.
  convenience init(measuringAt dpi: Double) {
    self.init(
      cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1), .measuring, width: 1, height: 1,
      origin: Point(x: 0, y: 0), scale: 1, dpi: dpi)
  }

  /// A sheet whose SVG document goes into `document` when `finish` is called.
  convenience init(
    svg document: SVGDocument, width: Double, height: Double, origin: Point, dpi: Double
  ) {
    let surface = cairo_svg_surface_create_for_stream(
      { target, bytes, count in
        guard let target, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<SVGDocument>.fromOpaque(target).takeUnretainedValue().bytes +=
          UnsafeBufferPointer(start: bytes, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(document).toOpaque(), width, height)
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    self.init(
      surface, .vector, width: Int(width), height: Int(height), origin: origin, scale: 1, dpi: dpi)
  }

  /// Writes what is still held back.
  func finish() { cairo_surface_finish(surface) }

  /// The pixels of so many points (72 to the inch).
  func points(_ count: Double) -> Double { count * dpi / 72 }

  /// Fills the whole sheet.
  func paint(_ color: Color) {
    set(color)
    cairo_paint(context)
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

  /// Draws with everything turned to the left by so many degrees around a place.
  func turned(by degrees: Double, around middle: Point, _ draw: () -> Void) {
    cairo_save(context)
    cairo_translate(context, middle.x, middle.y)
    cairo_rotate(context, -degrees * .pi / 180)
    cairo_translate(context, -middle.x, -middle.y)
    draw()
    cairo_restore(context)
  }

  func set(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
  }
}

/// The bytes of an SVG document as they come.
final class SVGDocument {
  var bytes: [UInt8] = []
}
