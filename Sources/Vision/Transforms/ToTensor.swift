import Tensors

/// Turns a picture into a tensor as networks take it: channels first, and bytes divided by 255.
///
///     ToTensor()(samplePhoto()).shape  // [3, 222, 221]
///
/// A picture `[height, width]` gets one channel. As in PyTorch, only bytes are divided; any other
/// element type keeps its values, and only its axes are moved.
public struct ToTensor: Transform {
  /// Makes the transform, which has nothing to choose.
  public init() {}

  /// Stops the cell unless the picture is `[height, width]` or `[height, width, channels]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    guard (2...3).contains(picture.ndim) else {
      misuse(
        "a picture has the axes height and width, or height, width and channels", in: "ToTensor",
        [Argument("picture", picture)],
        hint: "take one picture out of a batch, as in x[0]")
    }
    let planes = picture.ndim == 2 ? picture.unsqueeze(0) : picture.permute(2, 0, 1).contiguous()
    return planes.dtype == .uint8 ? planes.to(.float32) / 255 : planes
  }

  /// True.
  public var isPointwise: Bool { true }

  /// PyTorch's text.
  public var description: String { "ToTensor()" }
}
