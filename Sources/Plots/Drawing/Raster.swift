/// Pixels with red, green, blue and opacity, not multiplied.
struct Raster: Equatable {
  let width: Int
  let height: Int
  let pixels: [UInt8]
}
