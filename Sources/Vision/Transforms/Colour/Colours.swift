import Tensors

/// A picture in colours, or a grey one: what transforms of colour have in common.
struct Colours {
  let picture: Tensor
  let isColoured: Bool
  private var isBytes: Bool { picture.dtype == .uint8 }

  /// Stops the cell unless the picture has one channel or three.
  init(_ picture: Tensor, in operation: String) {
    let layout = PictureLayout(picture, in: operation)
    let channels =
      picture.dtype == .uint8
      ? layout.pixelCount : picture.ndim >= 3 ? picture.size(picture.ndim - 3) : 0
    guard [1, 3].contains(channels) else {
      misuse(
        "a picture has one channel or three", in: operation, [Argument("picture", picture)],
        hint: "drop an alpha channel with x[0..<3], or x[.ellipsis, 0..<3] for bytes")
    }
    self.picture = picture
    isColoured = channels == 3
  }

  /// One channel: bytes `[height, width]` or numbers `[..., 1, height, width]`.
  var grey: Tensor {
    if isBytes {
      let shape = Array(picture.shape.prefix(2))
      return Tensor(scalars: Self.grey(picture.scalars(as: UInt8.self), isColoured), shape: shape)
    }
    guard isColoured else { return picture.clone() }
    let axis = picture.ndim - 3
    func channel(_ index: Int) -> Tensor { picture.narrow(axis, start: index, length: 1) }
    return channel(0) * 0.2989 + channel(1) * 0.587 + channel(2) * 0.114
  }

  /// Pillow's `convert("L")`: weights of 16 bits, rounded.
  private static func grey(_ values: [UInt8], _ isColoured: Bool) -> [UInt8] {
    guard isColoured else { return values }
    return stride(from: 0, to: values.count, by: 3).map {
      let red = 19595 * Int(values[$0])
      let green = 38470 * Int(values[$0 + 1])
      let blue = 7471 * Int(values[$0 + 2])
      return UInt8((red + green + blue + 0x8000) >> 16)
    }
  }

  /// The picture's light times `factor`.
  func brightened(_ factor: Double) -> Tensor {
    blended(with: Tensor.zeros(picture.shape, dtype: picture.dtype), factor)
  }

  /// The distance of each value from the mean grey times `factor`.
  func contrasted(_ factor: Double) -> Tensor {
    if isBytes {
      let grey = grey.scalars(as: UInt8.self)
      let mean = Double(grey.reduce(0) { $0 + Int($1) }) / Double(grey.count)
      return blended(
        with: Tensor.full(picture.shape, Double(Int(mean + 0.5)), dtype: .uint8), factor)
    }
    let last = [picture.ndim - 3, picture.ndim - 2, picture.ndim - 1]
    return blended(with: grey.mean(dim: last, keepDim: true), factor)
  }

  /// The distance of each colour from its grey times `factor`.
  func saturated(_ factor: Double) -> Tensor {
    guard isColoured else { return picture }
    if isBytes {
      let grey = grey
      return blended(with: stack([grey, grey, grey], dim: 2), factor)
    }
    return blended(with: grey, factor)
  }

  /// `factor` times the picture and the rest of `other`, kept within the range.
  private func blended(with other: Tensor, _ factor: Double) -> Tensor {
    guard isBytes else { return (picture * factor + other * (1 - factor)).clamp(min: 0, max: 1) }
    let share = Float(factor)
    let pairs = zip(picture.scalars(as: UInt8.self), other.scalars(as: UInt8.self))
    let values = pairs.map { value, other in
      // Cut off, not rounded, as Pillow's `Image.blend` does.
      UInt8(max(0, min(255, Float(other) + share * (Float(value) - Float(other)))))
    }
    return Tensor(scalars: values, shape: picture.shape)
  }
}
