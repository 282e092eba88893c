/// What stands at the places that ``F/pad(_:_:mode:value:)`` adds.
public enum PadMode: String, Sendable {
  /// One number.
  case constant
  /// The tensor mirrored at its edges, which are not repeated: `3 2 | 1 2 3 | 2 1`.
  case reflect
  /// The edges repeated: `1 1 | 1 2 3 | 3 3`.
  case replicate
  /// The tensor once more: `2 3 | 1 2 3 | 1 2`.
  case circular
}

extension PadMode {
  /// The place within an axis whose element stands at a place that may lie outside.
  func place(of index: Int, size: Int) -> Int {
    switch self {
    case .constant: index
    case .reflect: index < 0 ? -index : index < size ? index : 2 * (size - 1) - index
    case .replicate: min(max(index, 0), size - 1)
    case .circular: index < 0 ? index + size : index < size ? index : index - size
    }
  }

  /// PyTorch's name of the operation.
  func node(axes: Int) -> StaticString {
    switch (self, axes) {
    case (.constant, _): "ConstantPadNdBackward0"
    case (.reflect, ...1): "ReflectionPad1DBackward0"
    case (.reflect, _): "ReflectionPad2DBackward0"
    case (.replicate, ...1): "ReplicationPad1DBackward0"
    case (.replicate, _): "ReplicationPad2DBackward0"
    case (.circular, _): "CopySlices"
    }
  }
}
