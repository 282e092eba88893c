internal import Tensors

@_implementationOnly import Glibc

extension Picture {
  /// The picture in a tensor of two axes, or of three when the last holds channels.
  init(_ tensor: Tensor) {
    let shape = tensor.shape
    guard shape.count == 2 || shape.count == 3 && [1, 3, 4].contains(shape[2]),
      tensor.count > 0
    else {
      misuse(
        "this is not the shape of a picture", in: "plt.imshow", [Argument("tensor", tensor)],
        hint: Self.hint(for: shape))
    }
    let channels = shape.count == 3 ? shape[2] : 1
    let content: Content =
      channels == 1
      ? .numbers(tensor.scalars)
      : .colours(Self.opaque(Self.channelBytes(tensor), channels: channels))
    self.init(width: shape[1], height: shape[0], content: content)
  }

  private static func channelBytes(_ tensor: Tensor) -> [UInt8] {
    if tensor.dtype == .uint8 { return tensor.scalars(as: UInt8.self) }
    if tensor.dtype == .float32 || tensor.dtype == .float64 {
      let values = tensor.scalars(as: Float.self)
      warn(ifOutside: 0, 1, values)
      return bytes(values)
    }
    let values = tensor.scalars(as: Int.self)
    warn(ifOutside: 0, 255, values)
    return values.map { UInt8(max(0, min(255, $0))) }
  }

  /// matplotlib's warning, since a normalised picture is easily taken for a good one.
  private static func warn<Value: Comparable>(ifOutside low: Value, _ high: Value, _ all: [Value]) {
    guard let least = all.min(), let most = all.max(), least < low || most > high else { return }
    let text =
      "Clipping input data to the valid range for imshow with RGB data ([0..1] for floats or "
      + "[0..255] for integers). Got range [\(least)..\(most)].\n"
    // Past C's stdio: the cell's `stderr` may be in use by a thread that has stopped for good.
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  private static func hint(for shape: [Int]) -> String {
    switch shape.count {
    case 3 where shape[0] == 1: "take the only channel: x.squeeze(0)"
    case 3 where shape[0] == 3 || shape[0] == 4:
      "put the channels last: x.permute(1, 2, 0)"
    case 4: "pick one picture of the batch: x[0]"
    default: "a picture is [height, width], [height, width, 3] or [height, width, 4]"
    }
  }
}
