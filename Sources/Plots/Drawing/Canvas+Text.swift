@_implementationOnly import CPangoCairo
@_implementationOnly import Glibc

/// The box of a text: its width, and how far it goes above and below its first line's base.
struct TextSize {
  var width: Double
  var ascent: Double
  var descent: Double
  /// How far the last line's base lies below the first one's.
  var lines = 0.0

  var height: Double { ascent + descent }
}

/// A label in letters of some height.
struct TextKey: Hashable {
  let label: Label
  let points: Double
}

extension Canvas {
  /// The size of a text with letters of so many points.
  ///
  /// As in matplotlib every line is at least as high as "lp", so that labels line up whether
  /// or not their letters have stems.
  func size(of label: Label, points count: Double) -> TextSize {
    let least = inkSize(of: Label("lp"), points: count)
    if label.isEmpty { return TextSize(width: 0, ascent: least.ascent, descent: least.descent) }
    let size = inkSize(of: label, points: count)
    return TextSize(
      width: size.width, ascent: max(size.ascent, least.ascent),
      descent: max(size.descent, least.descent + size.lines), lines: size.lines)
  }

  func size(of text: String, points count: Double) -> TextSize {
    size(of: Label(text), points: count)
  }

  private func inkSize(of label: Label, points count: Double) -> TextSize {
    let key = TextKey(label: label, points: count)
    if let size = sizes[key] { return size }
    let size = fonts.withLayout(label, size: points(count)) { layout in
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
    sizes[key] = size
    return size
  }

  /// The upright box around a text at a place.
  ///
  /// - Parameter rotation: degrees by which the text is turned to the left.
  func bounds(
    of label: Label, at place: Point, _ ha: HorizontalAlignment, _ va: VerticalAlignment,
    _ letters: Lettering, rotated rotation: Double
  ) -> Rectangle {
    let size = size(of: label, points: letters.points)
    let angle = rotation * .pi / 180
    let (across, up) = (abs(cos(angle)), abs(sin(angle)))
    let width = size.width * across + size.height * up
    let height = size.width * up + size.height * across
    let left =
      switch ha {
      case .left: place.x
      case .center: place.x - width / 2
      case .right: place.x - width
      }
    let belowBase = size.descent - size.lines
    let top =
      switch va {
      case .top: place.y
      case .center: place.y - height / 2
      case .bottom: place.y - height
      case .baseline: place.y + belowBase - height
      case .centerBaseline: place.y - (height - belowBase) / 2
      }
    return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// The width and height of a text that is not turned.
  func extent(of label: Label, _ letters: Lettering) -> (width: Double, height: Double) {
    let size = size(of: label, points: letters.points)
    return (size.width, size.height)
  }

  /// Draws a text at a place and tells what it covers.
  @discardableResult
  func text(
    _ label: Label, at place: Point, _ ha: HorizontalAlignment, _ va: VerticalAlignment,
    _ letters: Lettering, rotated rotation: Double = 0
  ) -> Rectangle {
    let box = bounds(of: label, at: place, ha, va, letters, rotated: rotation)
    if kind == .measuring || label.isEmpty || !place.isFinite { return box }
    let size = size(of: label, points: letters.points)
    set(letters.color)
    fonts.withLayout(label, size: points(letters.points)) { layout in
      cairo_save(context)
      cairo_translate(context, box.center.x, box.center.y)
      cairo_rotate(context, -rotation * .pi / 180)
      let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
      cairo_move_to(context, -size.width / 2, (size.ascent - size.descent) / 2 - baseline)
      pango_cairo_update_layout(context, layout)
      pango_cairo_show_layout(context, layout)
      cairo_restore(context)
    }
    return box
  }
}
