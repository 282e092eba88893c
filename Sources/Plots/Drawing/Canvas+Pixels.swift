internal import Images

@_implementationOnly import CPangoCairo

extension Canvas {
  /// Puts a picture into a rectangle, whose sides are swapped where it is to be mirrored.
  ///
  /// On pixels it is resampled to whole device pixels; an SVG document takes two for each pixel of
  /// the figure.
  func draw(_ place: Rectangle, _ raster: () -> Raster) {
    // A picture has no place on an axis of logarithms.
    guard kind != .measuring, place.corners.allSatisfy(\.isFinite) else { return }
    let box = place.ordered
    var (left, top, right, bottom) = (box.left, box.top, box.right, box.bottom)
    if kind == .pixels {
      cairo_user_to_device(context, &left, &top)
      cairo_user_to_device(context, &right, &bottom)
      (left, top) = (left.rounded(), top.rounded())
      (right, bottom) = (right.rounded(), bottom.rounded())
    }
    let unit = kind == .pixels ? 1.0 : 2.0
    let size = (((right - left) * unit).rounded(), ((bottom - top) * unit).rounded())
    guard size.0 >= 1, size.1 >= 1 else { return }
    if size.0 > 2 * unit * Double(self.width) || size.1 > 2 * unit * Double(self.height) {
      return fillFields(place, raster())
    }
    let (width, height) = (Int(size.0), Int(size.1))
    let picture = raster().mirrored(
      across: place.left > place.right, down: place.top > place.bottom)
    cairo_save(context)
    if kind == .pixels { cairo_identity_matrix(context) }
    cairo_translate(context, left, top)
    cairo_scale(context, 1 / unit, 1 / unit)
    paint(picture.resampled(width: width, height: height))
    cairo_restore(context)
  }

  /// Draws each pixel of a picture as a rectangle: few, of which the axes may show only a part.
  private func fillFields(_ place: Rectangle, _ raster: Raster) {
    let across = place.width / Double(raster.width)
    let down = place.height / Double(raster.height)
    for row in 0..<raster.height {
      for column in 0..<raster.width {
        let field = Rectangle(
          left: place.left + Double(column) * across, top: place.top + Double(row) * down,
          right: place.left + Double(column + 1) * across,
          bottom: place.top + Double(row + 1) * down)
        let at = 4 * (row * raster.width + column)
        let parts = (0..<4).map { Double(raster.pixels[at + $0]) / 255 }
        fill(
          snapped(field.ordered).corners,
          Color(red: parts[0], green: parts[1], blue: parts[2], opacity: parts[3]))
      }
    }
  }

  private func paint(_ raster: Raster) {
    let source = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(raster.width), Int32(raster.height))
    defer { cairo_surface_destroy(source) }
    guard let bytes = cairo_image_surface_get_data(source) else {
      fatalError("plt: no memory for a picture of \(raster.width) × \(raster.height) pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(source))
    raster.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<raster.height {
        for column in 0..<raster.width {
          let from = 4 * (row * raster.width + column)
          let to = bytes + row * stride + 4 * column
          // Cairo keeps blue, green, red and opacity, each colour multiplied by the opacity.
          let opacity = pixels[from + 3]
          for channel in 0..<3 {
            to[2 - channel] = Self.covered(pixels[from + channel], opacity)
          }
          to[3] = opacity
        }
      }
    }
    cairo_surface_mark_dirty(source)
    cairo_set_source_surface(context, source, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    cairo_paint(context)
  }

  private static func covered(_ value: UInt8, _ opacity: UInt8) -> UInt8 {
    opacity == 255 ? value : UInt8((UInt16(value) * UInt16(opacity) + 127) / 255)
  }

  /// What has been drawn, without its opacity.
  func image() -> Image {
    let surface = cairo_get_target(context)
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else {
      fatalError("plt: Cairo gave no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let pixels = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { buffer, count in
      var place = 0
      for row in 0..<height {
        var from = bytes + row * stride
        for _ in 0..<width {
          buffer[place] = from[2]
          buffer[place + 1] = from[1]
          buffer[place + 2] = from[0]
          place += 3
          from += 4
        }
      }
      count = place
    }
    return Image(width: width, height: height, channels: 3, pixels: pixels)
  }
}
