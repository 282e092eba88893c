@_implementationOnly import CPangoCairo
@_implementationOnly import Glibc
@_implementationOnly import Synchronization

/// The fonts of a canvas: DejaVu Sans as in matplotlib, and for other scripts what the system has.
///
/// One canvas at a time uses them, on whatever thread.
final class Fonts: @unchecked Sendable {
  private let map: UnsafeMutableRawPointer
  private let pango: OpaquePointer
  private let font: OpaquePointer

  /// Pango looks a family up in turn for each letter; a sans-serif comes first for Hangul, or
  /// fontconfig might choose a serif.
  private static let families = "DejaVu Sans, NanumGothic, Noto Sans CJK KR, Noto Sans, sans-serif"

  /// Sets of fonts that no canvas uses: to find and open them takes longer than to draw a figure.
  ///
  /// Pango's own default belongs to one thread, and each cell has another one.
  private static let unused = Mutex<[Fonts]>([])

  /// Fonts that nobody else uses meanwhile; `putBack` returns them.
  static func take() -> Fonts {
    unused.withLock { $0.popLast() } ?? Fonts()
  }

  func putBack() { Self.unused.withLock { $0.append(self) } }

  private init() {
    guard let map = pango_cairo_font_map_new(), let pango = pango_font_map_create_context(map)
    else { fatalError("plt: Pango has no fonts") }
    self.map = UnsafeMutableRawPointer(map)
    self.pango = pango
    font = pango_font_description_from_string(Self.families)
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
    pango_font_description_free(font)
    g_object_unref(UnsafeMutableRawPointer(pango))
    g_object_unref(map)
  }

  /// Calls a closure with a label that is laid out in lines, `size` pixels high.
  func withLayout<Result>(_ label: Label, size: Double, _ body: (OpaquePointer) -> Result) -> Result
  {
    let layout = pango_layout_new(pango)!
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_layout_set_text(layout, label.text + label.superscript, -1)
    pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    if !label.superscript.isEmpty { raise(from: label.text.utf8.count, size: size, layout) }
    warnOfMissingLetters(label.text, pango_layout_get_unknown_glyphs_count(layout))
    return body(layout)
  }

  /// Makes what follows a byte of the text seven tenths as high and lifts it (as TeX does).
  private func raise(from start: Int, size: Double, _ layout: OpaquePointer) {
    let list = pango_attr_list_new()
    let unit = Double(PANGO_SCALE)
    for attribute in [
      pango_attr_rise_new(Int32(0.38 * size * unit)),
      pango_attr_size_new_absolute(Int32(0.7 * size * unit)),
    ] {
      attribute?.pointee.start_index = UInt32(start)
      pango_attr_list_insert(list, attribute)
    }
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
  }

  private static let warned = Mutex<Set<String>>([])

  /// Says once for a text that no font has its letters, which are drawn as boxes then.
  private func warnOfMissingLetters(_ text: String, _ count: Int32) {
    if count == 0 || !Self.warned.withLock({ $0.insert(text).inserted }) { return }
    let line = "plt: no font of this system has \(count) of the letters in \"\(text)\"\n"
    // Past C's stdio: the cell's `stderr` may be in use by a thread that has stopped for good.
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
