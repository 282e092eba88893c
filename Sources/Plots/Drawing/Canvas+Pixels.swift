internal import Images

@_implementationOnly import CPangoCairo

extension Canvas {
  /// The whole device pixels that a rectangle of the figure covers.
  func devicePixels(_ rectangle: Rectangle) -> (x: Int, y: Int, width: Int, height: Int) {
    var (left, top) = (rectangle.left, rectangle.top)
    var (right, bottom) = (rectangle.right, rectangle.bottom)
    cairo_user_to_device(context, &left, &top)
    cairo_user_to_device(context, &right, &bottom)
    let (x, y) = (left.rounded(), top.rounded())
    return (Int(x), Int(y), Int(right.rounded() - x), Int(bottom.rounded() - y))
  }

  /// Puts a picture on whole device pixels: each of its pixels is one of theirs.
  func draw(_ raster: Raster, x: Int, y: Int) {
    let source = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(raster.width), Int32(raster.height))
    defer { cairo_surface_destroy(source) }
    guard let bytes = cairo_image_surface_get_data(source) else {
      fatalError("plt: no memory for a picture of \(raster.width) × \(raster.height) pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(source))
    for row in 0..<raster.height {
      for column in 0..<raster.width {
        let from = 4 * (row * raster.width + column)
        let to = bytes + row * stride + 4 * column
        // Cairo keeps blue, green, red and opacity, each colour multiplied by the opacity.
        let opacity = UInt16(raster.pixels[from + 3])
        for channel in 0..<3 {
          to[2 - channel] = UInt8((UInt16(raster.pixels[from + channel]) * opacity + 127) / 255)
        }
        to[3] = raster.pixels[from + 3]
      }
    }
    cairo_surface_mark_dirty(source)
    cairo_save(context)
    cairo_identity_matrix(context)
    cairo_set_source_surface(context, source, Double(x), Double(y))
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    cairo_paint(context)
    cairo_restore(context)
  }

  /// What has been drawn.
  func image() -> Image {
    let surface = cairo_get_target(context)
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else {
      fatalError("plt: Cairo gave no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let pixels = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { buffer, count in
      for row in 0..<height {
        for column in 0..<width {
          let from = bytes + row * stride + 4 * column
          for channel in 0..<3 { buffer[3 * (row * width + column) + channel] = from[2 - channel] }
        }
      }
      count = buffer.count
    }
    return Image(width: width, height: height, channels: 3, pixels: pixels)
  }
}
