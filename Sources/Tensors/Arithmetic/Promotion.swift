/// The shape two shapes are repeated to when they meet, or nil when they do not fit.
///
/// Axes are compared from the last; sizes must be equal, or one of them 1 or missing.
package func broadcastShape(_ a: Shape, _ b: Shape) -> Shape? {
  if a == b { return a }
  var (long, short) = a.count >= b.count ? (a, b) : (b, a)
  let lead = long.count - short.count
  for axis in short.indices {
    let (x, y) = (long[lead + axis], short[axis])
    if x == y || y == 1 { continue }
    if x != 1 { return nil }
    long[lead + axis] = y
  }
  return long
}

/// The type in which two tensors are combined.
///
/// The later kind of truth value, whole number and fraction decides, and the larger type of that
/// kind; a tensor without axes only decides the kind. (PyTorch: `torch.result_type`.)
package func promotedType(_ a: Tensor, _ b: Tensor) -> DType {
  let (x, y) = (a.dtype, b.dtype)
  if x == y { return x }
  if (a.ndim == 0) != (b.ndim == 0) {
    let (full, single) = a.ndim == 0 ? (y, x) : (x, y)
    return full.kind >= single.kind ? full : single
  }
  return max(x, y)
}

/// The type in which a tensor and a number are combined: the tensor's, unless the number is of a
/// later kind.
package func promotedType(_ a: Tensor, _ b: Scalar) -> DType {
  let other = b.defaultDType
  return a.dtype.kind >= other.kind ? a.dtype : other
}

extension DType {
  enum Kind: UInt8, Comparable {
    case truth, whole, fraction

    static func < (lhs: Kind, rhs: Kind) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var kind: Kind {
    switch self {
    case .bool: .truth
    case .uint8, .int32, .int64: .whole
    case .float32, .float64: .fraction
    }
  }
}

/// Both shapes as one, or a stop that shows where they differ.
func commonShape(_ a: Tensor, _ b: Tensor, in operation: String) -> Shape {
  if let shape = broadcastShape(a.layout.shape, b.layout.shape) { return shape }
  var (first, second) = (Argument("lhs", a), Argument("rhs", b))
  for back in 1...min(a.ndim, b.ndim) {
    let (x, y) = (a.ndim - back, b.ndim - back)
    if a.layout.shape[x] != b.layout.shape[y], a.layout.shape[x] != 1, b.layout.shape[y] != 1 {
      first.axes.append(x)
      second.axes.append(y)
    }
  }
  misuse(
    "the shapes do not fit each other", in: operation, [first, second],
    hint: "compared from the last axis, sizes must be equal or 1; add axes with unsqueeze")
}
