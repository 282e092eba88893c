import Tensors

@_implementationOnly import Glibc

extension Colours {
  /// The colours moved round the circle of hues by `factor` turns, -0.5 to 0.5.
  func withHueMoved(_ factor: Double) -> Tensor {
    guard isColoured else { return picture }
    if picture.dtype == .uint8 {
      let values = picture.scalars(as: UInt8.self)
      let shift = UInt8(truncatingIfNeeded: Int(factor * 255))
      var moved: [UInt8] = []
      moved.reserveCapacity(values.count)
      for start in stride(from: 0, to: values.count, by: 3) {
        var pixel = HSVBytes(red: values[start], green: values[start + 1], blue: values[start + 2])
        pixel.hue &+= shift
        moved += pixel.rgb
      }
      return Tensor(scalars: moved, shape: picture.shape)
    }
    var values = picture.scalars(as: Float.self)
    let plane = picture.size(picture.ndim - 1) * picture.size(picture.ndim - 2)
    for start in stride(from: 0, to: values.count, by: 3 * plane) {
      for pixel in start..<start + plane {
        let places = [pixel, pixel + plane, pixel + 2 * plane]
        let moved = Self.moved(places.map { values[$0] }, Float(factor))
        for (place, value) in zip(places, moved) { values[place] = value }
      }
    }
    return Tensor(scalars: values, shape: picture.shape).to(picture.dtype)
  }

  /// Red, green and blue to hue, saturation and value (Smith 1978), moved, and back; after
  /// `_rgb2hsv` and `_hsv2rgb` in torchvision/transforms/_functional_tensor.py.
  private static func moved(_ rgb: [Float], _ factor: Float) -> [Float] {
    let (red, green, blue) = (rgb[0], rgb[1], rgb[2])
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    let range = high - low
    let saturation = range / (range == 0 ? 1 : high)
    let divisor = range == 0 ? 1 : range
    let (r, g, b) = ((high - red) / divisor, (high - green) / divisor, (high - blue) / divisor)
    let side: Float = high == red ? b - g : high == green ? 2 + r - b : 4 + g - r
    let hue = fmodf(side / 6 + 1, 1)
    let turned = hue + factor
    let moved = (turned - turned.rounded(.down)) * 6
    let sector = moved.rounded(.down)
    let part = moved - sector
    func clamped(_ value: Float) -> Float { max(0, min(1, value)) }
    return HSVSector.rgb(
      Int(sector), value: high, p: clamped(high * (1 - saturation)),
      q: clamped(high * (1 - saturation * part)), t: clamped(high * (1 - saturation * (1 - part))))
  }
}

/// The sixths of the circle of hues.
enum HSVSector {
  /// Which of the four numbers each colour is.
  static func rgb<Number>(_ sector: Int, value: Number, p: Number, q: Number, t: Number) -> [Number]
  {
    switch sector % 6 {
    case 0: [value, t, p]
    case 1: [q, value, p]
    case 2: [p, value, t]
    case 3: [p, q, value]
    case 4: [t, p, value]
    default: [value, p, q]
    }
  }
}
