/// Tensors joined along an axis that exists.
///
///     cat([x, x], dim: 1)
public func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { misuse("there are no tensors", in: "cat") }
  if first.ndim == 0 {
    misuse("tensors without axes cannot be joined", in: "cat", hint: "use stack")
  }
  let axis = first.axis(dim, in: "cat")
  var shape = first.layout.shape
  var dtype = first.dtype
  shape[axis] = 0
  for (number, tensor) in tensors.enumerated() {
    let fits =
      tensor.ndim == first.ndim
      && shape.indices.allSatisfy { $0 == axis || tensor.layout.shape[$0] == shape[$0] }
    if !fits {
      misuse(
        "the shapes differ in more than the joined axis \(axis)", in: "cat",
        [Argument("tensors[0]", first), Argument("tensors[\(number)]", tensor)])
    }
    shape[axis] += tensor.layout.shape[axis]
    dtype = max(dtype, tensor.dtype)
  }
  let result = Tensor(StridedView(empty: shape, dtype, device: first.device))
  var start = 0
  for tensor in tensors {
    var part = result.layout
    part.keep(from: start, to: start + tensor.layout.shape[axis], step: 1, axis: axis)
    result.device.backend.copy(tensor.elements, into: part)
    start += tensor.layout.shape[axis]
  }
  return record(result, tensors) { CatBackward(tensors, axis) }
}

/// Tensors of one shape joined along a new axis.
///
///     stack([Tensor([1, 2]), Tensor([3, 4])]).shape  // [2, 2]
public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { misuse("there are no tensors", in: "stack") }
  for (number, tensor) in tensors.enumerated()
  where tensor.layout.shape != first.layout.shape {
    misuse(
      "the shapes differ", in: "stack",
      [Argument("tensors[0]", first), Argument("tensors[\(number)]", tensor)])
  }
  let joined = noGrad { cat(tensors.map { $0.unsqueeze(dim) }, dim: dim) }
  let axis = dim < 0 ? dim + first.ndim + 1 : dim
  return record(joined, tensors) { StackBackward(tensors, axis) }
}

private final class CatBackward: AutogradNode {
  private let axis: Int
  private let sizes: [Int]
  private let types: [DType]

  init(_ tensors: [Tensor], _ axis: Int) {
    self.axis = axis
    sizes = tensors.map { $0.layout.shape[axis] }
    types = tensors.map(\.dtype)
    super.init(Inputs(tensors.map(\.node)))
  }

  override func backward(_ gradient: Tensor) {
    var start = 0
    for (index, size) in sizes.enumerated() {
      if needs(index) {
        let part = gradient.narrow(axis, start: start, length: size)
        send(part.to(types[index]), to: index)
      }
      start += size
    }
  }
}

private final class StackBackward: AutogradNode {
  private let axis: Int
  private let types: [DType]

  init(_ tensors: [Tensor], _ axis: Int) {
    self.axis = axis
    types = tensors.map(\.dtype)
    super.init(Inputs(tensors.map(\.node)))
  }

  override func backward(_ gradient: Tensor) {
    for index in types.indices where needs(index) {
      send(gradient.select(axis, index).to(types[index]), to: index)
    }
  }
}
