import Tensors

/// Takes the colours out of a picture.
///
///     Grayscale()(photo).shape                      // [222, 221]
///     Grayscale(numOutputChannels: 3)(photo).shape  // [222, 221, 3], three equal channels
///
/// Bytes become what Pillow makes of them (ITU-R 601-2 in fixed point), numbers what torchvision
/// does.
public struct Grayscale: Transform {
  /// 1 or 3.
  public let numOutputChannels: Int

  /// Stops the cell unless the number of channels is 1 or 3.
  public init(numOutputChannels: Int = 1) {
    guard [1, 3].contains(numOutputChannels) else {
      misuse(
        "numOutputChannels is \(numOutputChannels)", in: "Grayscale", hint: "give 1 or 3")
    }
    self.numOutputChannels = numOutputChannels
  }

  /// Takes bytes `[height, width(, 3)]` or numbers `[..., 1 or 3, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    let colours = Colours(picture, in: "Grayscale")
    guard numOutputChannels == 3 else { return colours.grey }
    let grey = colours.grey
    if picture.dtype == .uint8 { return stack([grey, grey, grey], dim: 2) }
    return cat([grey, grey, grey], dim: grey.ndim - 3)
  }

  /// PyTorch's text.
  public var description: String { "Grayscale(num_output_channels=\(numOutputChannels))" }
}
