@_implementationOnly import CPangoCairo

/// The fonts of a canvas: DejaVu Sans as in matplotlib, and for other scripts what the system has.
final class Fonts {
  private let map: UnsafeMutableRawPointer
  private let pango: OpaquePointer

  /// Pango looks a family up in turn for each letter; a sans-serif comes first for Hangul, or
  /// fontconfig might choose a serif.
  private static let families = "DejaVu Sans, NanumGothic, Noto Sans CJK KR, Noto Sans, sans-serif"

  init(_ context: OpaquePointer) {
    // A map of its own: Pango's default belongs to a thread, and each cell has another one.
    guard let map = pango_cairo_font_map_new(), let pango = pango_font_map_create_context(map)
    else { fatalError("plt: Pango has no fonts") }
    self.map = UnsafeMutableRawPointer(map)
    self.pango = pango
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    // Unhinted text has the same widths at every scale, so that it can be measured once.
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(pango, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(pango, 0)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(pango))
    g_object_unref(map)
  }

  /// Calls a closure with a text that is laid out in lines, `size` pixels high.
  func withLayout<Result>(_ text: String, size: Double, _ body: (OpaquePointer) -> Result) -> Result
  {
    let layout = pango_layout_new(pango)!
    let font = pango_font_description_from_string(Self.families)
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, -1)
    pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    return body(layout)
  }
}
