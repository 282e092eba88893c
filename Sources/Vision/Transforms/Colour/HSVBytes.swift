@_implementationOnly import Glibc

/// A colour as hue, saturation and value in a byte each, rounded as Pillow does it.
///
/// Source: `rgb2hsv_row` and `hsv2rgb` in src/libImaging/Convert.c.
struct HSVBytes {
  var hue, saturation, value: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    value = high
    guard high != low else {
      (hue, saturation) = (0, 0)
      return
    }
    let range = Float(high - low)
    let (r, g, b) = (
      Float(high - red) / range, Float(high - green) / range, Float(high - blue) / range
    )
    let side: Float =
      if red == high {
        b - g
      } else if green == high {
        Float(2.0 + Double(r) - Double(b))
      } else {
        Float(4.0 + Double(g) - Double(r))
      }
    let turn = Float(fmod(Double(side) / 6 + 1, 1))
    hue = UInt8(max(0, min(255, Double(turn) * 255)))
    saturation = UInt8(max(0, min(255, Double(range / Float(high)) * 255)))
  }

  var rgb: [UInt8] {
    if saturation == 0 { return [value, value, value] }
    let place = Double(Float(hue)) * 6 / 255
    let sector = place.rounded(.down)
    let part = Double(Float(place - sector))
    let (light, share) = (Double(value), Double(Float(Double(saturation) / 255)))
    func byte(_ number: Double) -> UInt8 {
      UInt8(max(0, min(255, number.rounded(.toNearestOrAwayFromZero))))
    }
    return HSVSector.rgb(
      Int(sector), value: value, p: byte(light * (1 - share)),
      q: byte(light * (1 - share * part)), t: byte(light * (1 - share * (1 - part))))
  }
}
