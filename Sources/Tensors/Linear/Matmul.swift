/// The matrix product of two tensors, after `torch.matmul`.
///
/// Two vectors give their dot product, a matrix and a vector a vector; of tensors with more than
/// two axes the last two are multiplied, and those before broadcast.
///
///     matmul(Tensor.ones(2, 3), Tensor.ones(3, 4)).shape  // [2, 4]
public func matmul(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  lhs.checkDevice(rhs, in: "matmul")
  if lhs.ndim == 0 || rhs.ndim == 0 {
    misuse(
      "both tensors need at least one axis", in: "matmul",
      [Argument("lhs", lhs), Argument("rhs", rhs)], hint: "multiply by a single number with *")
  }
  if lhs.dtype != rhs.dtype {
    misuse(
      "the types differ, \(lhs.dtype.name) and \(rhs.dtype.name)", in: "matmul",
      [Argument("lhs", lhs), Argument("rhs", rhs)],
      hint: "convert one: x.to(.\(lhs.dtype.name))")
  }
  let inner = lhs.ndim - 1
  let outer = rhs.ndim == 1 ? 0 : rhs.ndim - 2
  if lhs.layout.shape[inner] != rhs.layout.shape[outer] {
    misuse(
      "the sizes that must agree are \(lhs.layout.shape[inner]) and \(rhs.layout.shape[outer])",
      in: "matmul", [Argument("lhs", lhs, at: inner), Argument("rhs", rhs, at: outer)],
      hint: "the last axis of lhs meets the last but one of rhs; transpose one with t()")
  }
  switch (lhs.ndim, rhs.ndim) {
  case (2, 2): return multiplied(lhs, rhs, "MmBackward0")
  case (1, 1): return dot(lhs, rhs)
  case (2, 1): return matrixVector(lhs, rhs)
  case (1, 2): return multiplied(lhs.unsqueeze(0), rhs, "MmBackward0").squeeze(0)
  case (_, 1): return matmul(lhs, rhs.unsqueeze(1)).squeeze(-1)
  case (1, _): return matmul(lhs.unsqueeze(0), rhs).squeeze(-2)
  // One matrix for the whole batch: the batch is more rows.
  case (_, 2):
    let product = multiplied(lhs.reshape([-1, lhs.size(-1)]), rhs, "MmBackward0")
    return product.reshape(Array(lhs.shape.dropLast()) + [rhs.size(-1)], "UnsafeViewBackward0")
  default: return batched(lhs, rhs)
  }
}

extension Tensor {
  /// The matrix product: `matmul(self, other)`.
  public final func matmul(_ other: Tensor) -> Tensor { Tensors.matmul(self, other) }
}

/// The product of matrices, or of two equal batches of them.
func multiplied(_ lhs: Tensor, _ rhs: Tensor, _ name: StaticString) -> Tensor {
  var shape = lhs.layout.shape
  shape[shape.count - 1] = rhs.layout.shape[shape.count - 1]
  let result = Tensor(StridedView(empty: shape, lhs.dtype, device: lhs.device))
  lhs.device.backend.multiply(lhs.elements, rhs.elements, bias: nil, into: result.layout)
  return record(result, lhs, rhs) { MatmulNode(lhs, rhs, name) }
}

private func batched(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  let first = Shape(lhs.shape.dropLast(2))
  let second = Shape(rhs.shape.dropLast(2))
  guard let batch = broadcastShape(first, second) else {
    misuse(
      "the batches do not fit each other", in: "matmul",
      [Argument("lhs", lhs), Argument("rhs", rhs)],
      hint: "axes before the last two must be equal or 1")
  }
  let (rows, inner, columns) = (lhs.size(-2), lhs.size(-1), rhs.size(-1))
  let a = lhs.expand(batch.array + [rows, inner]).reshape([-1, rows, inner])
  let b = rhs.expand(batch.array + [inner, columns]).reshape([-1, inner, columns])
  return multiplied(a, b, "BmmBackward0")
    .reshape(batch.array + [rows, columns], "UnsafeViewBackward0")
}

private final class MatmulNode: AutogradNode {
  private var saved: (SavedTensor?, SavedTensor?)
  private let title: StaticString

  init(_ a: Tensor, _ b: Tensor, _ title: StaticString) {
    saved = (b.node == nil ? nil : SavedTensor(a), a.node == nil ? nil : SavedTensor(b))
    self.title = title
    super.init(Inputs(a.node, b.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    if let b = saved.1?.unpacked(for: self) {
      send(multiplied(gradient, b.transpose(-2, -1), title), to: 0)
    }
    if let a = saved.0?.unpacked(for: self) {
      send(multiplied(a.transpose(-2, -1), gradient, title), to: 1)
    }
  }

  override func release() { saved = (nil, nil) }
}
