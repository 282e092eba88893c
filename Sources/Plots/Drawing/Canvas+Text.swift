@_implementationOnly import CPangoCairo

/// The box of a text: its width, and how far it goes above and below its first line's base.
struct TextSize {
  var width: Double
  var ascent: Double
  var descent: Double
  /// How far the last line's base lies below the first one's.
  var lines = 0.0

  var height: Double { ascent + descent }
}

extension Canvas {
  /// The size of a text with letters of so many points.
  ///
  /// As in matplotlib every line is at least as high as "lp", so that labels line up whether
  /// or not their letters have stems.
  func size(of text: String, points count: Double) -> TextSize {
    let least = inkSize(of: "lp", points: count)
    if text.isEmpty { return TextSize(width: 0, ascent: least.ascent, descent: least.descent) }
    let size = inkSize(of: text, points: count)
    return TextSize(
      width: size.width, ascent: max(size.ascent, least.ascent),
      descent: max(size.descent, least.descent + size.lines), lines: size.lines)
  }

  private func inkSize(of text: String, points count: Double) -> TextSize {
    fonts.withLayout(text, size: points(count)) { layout in
      var ink = PangoRectangle()
      var logical = PangoRectangle()
      pango_layout_get_extents(layout, &ink, &logical)
      let unit = Double(PANGO_SCALE)
      let baseline = Double(pango_layout_get_baseline(layout)) / unit
      let iterator = pango_layout_get_iter(layout)
      while pango_layout_iter_next_line(iterator) != 0 {}
      let last = Double(pango_layout_iter_get_baseline(iterator)) / unit
      pango_layout_iter_free(iterator)
      return TextSize(
        width: Double(logical.width) / unit, ascent: baseline - Double(ink.y) / unit,
        descent: Double(ink.y + ink.height) / unit - baseline, lines: last - baseline)
    }
  }

  /// Draws a text whose first line's base starts at `base`; `turned` ones read upwards.
  func text(_ text: String, base: Point, points count: Double, isTurned: Bool = false) {
    set(.black)
    fonts.withLayout(text, size: points(count)) { layout in
      cairo_save(context)
      cairo_translate(context, base.x, base.y)
      if isTurned { cairo_rotate(context, -.pi / 2) }
      let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
      cairo_move_to(context, 0, -baseline)
      pango_cairo_update_layout(context, layout)
      pango_cairo_show_layout(context, layout)
      cairo_restore(context)
    }
  }
}
