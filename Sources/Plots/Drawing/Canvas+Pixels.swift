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
    // One pixel of the picture may be far larger than the axes; its edges are not seen then.
    let limit = 8 * Double(max(self.width, self.height, 4096))
    guard size.0 >= 1, size.1 >= 1 else { return }
    let (width, height) = (Int(min(size.0, limit)), Int(min(size.1, limit)))
    let picture = raster().mirrored(
      across: place.left > place.right, down: place.top > place.bottom)
    cairo_save(context)
    if kind == .pixels { cairo_identity_matrix(context) }
    cairo_translate(context, left, top)
    cairo_scale(
      context, (right - left) / Double(width), (bottom - top) / Double(height))
    paint(picture.resampled(width: width, height: height))
    cairo_restore(context)
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
