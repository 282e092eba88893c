import Tensors

/// One operation of Golden/operations.py: the same name, and the same inputs.
struct Operation: Sendable {
  let name: String
  let run: @Sendable (_ a: Tensor, _ b: Tensor, _ p: Tensor) -> Tensor

  init(_ name: String, _ run: @escaping @Sendable (Tensor, Tensor, Tensor) -> Tensor) {
    self.name = name
    self.run = run
  }

  static let all = binary + functions + reductions + views + indexing + inPlace + matrixProducts

  /// A copy of a tensor that is changed in place, recorded.
  static func changed(_ tensor: Tensor, _ change: (Tensor) -> Void) -> Tensor {
    let copy = tensor * 1
    change(copy)
    return copy
  }
}

/// The inputs, which are PyTorch's to the bit: the same generator draws them in the same order.
struct OperationInputs: Sendable {
  static let shared = OperationInputs()

  let a, b, p, n: Tensor
  let i = Tensor([[0, 2, 1, 2], [1, 0, 0, 0]])

  private init() {
    let generator = Generator(seed: 7)
    a = Tensor.randn(2, 3, 4, generator: generator)
    b = Tensor.randn(3, 4, generator: generator)
    p = Tensor.rand(2, 3, 4, generator: generator) * 0.9 + 0.05
    n = Tensor.randint(-9, 10, [2, 3, 4], generator: generator)
  }
}
