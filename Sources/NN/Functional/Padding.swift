internal import Tensors

/// What a convolution adds around its input: `.same`, `.valid`, or a number of places.
///
///     Conv2d(1, 8, kernelSize: 3, padding: .same)
///     Conv2d(1, 8, kernelSize: 3, padding: "same")  // as PyTorch writes it
public enum Padding: Sendable, Equatable {
  /// As many places as keep the size; with stride 1 only. Of an odd number the last half is larger.
  case same
  /// No places.
  case valid
  /// Places above and below, and to the left and right.
  case zeros(rows: Int, columns: Int)
}

extension Padding: ExpressibleByStringLiteral {
  /// PyTorch's words `"same"` and `"valid"`; any other stops the cell.
  public init(stringLiteral value: String) {
    switch value {
    case "same": self = .same
    case "valid": self = .valid
    default:
      misuse(
        "\"\(value)\" is no padding", in: "Padding",
        hint: "write \"same\", \"valid\" or a number of places")
    }
  }
}

/// What stands at the places that a convolution's padding adds.
public enum PaddingMode: String, Sendable {
  /// Zeros.
  case zeros
  /// The image mirrored at its edges, which are not repeated.
  case reflect
  /// The image's edges repeated.
  case replicate
  /// The image's opposite side.
  case circular
}

extension PaddingMode {
  /// The mode of `F.pad` that does it.
  var padMode: PadMode {
    switch self {
    case .zeros: .constant
    case .reflect: .reflect
    case .replicate: .replicate
    case .circular: .circular
    }
  }
}

extension Padding {
  /// Places before and after, for the last axis first, as ``F/pad(_:_:mode:value:)`` takes them.
  func places(kernelSize: [Int], dilation: [Int]) -> [Int] {
    let both: [(Int, Int)] =
      switch self {
      case .valid: kernelSize.map { _ in (0, 0) }
      case .zeros(let rows, let columns):
        [(rows, rows), (columns, columns)].suffix(kernelSize.count)
      case .same:
        zip(kernelSize, dilation).map { kernel, dilation in
          let total = dilation * (kernel - 1)
          return (total / 2, total - total / 2)
        }
      }
    return both.reversed().flatMap { [$0.0, $0.1] }
  }
}
