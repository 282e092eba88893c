import Tensors

/// An operation on a few elements, in which all time goes into finding out what to do.
struct SmallOperation: Sendable {
  let name: String
  /// The same for PyTorch, after `x`, `y`, `w` and `v` are made as below.
  let python: String
  let run: @Sendable () -> Void

  /// Operations on eight elements; `w` and `v` require gradients, so theirs are recorded.
  static let all: [SmallOperation] = {
    let (x, y) = (Tensor.ones(8), Tensor.ones(8))
    let (w, v) = (Tensor.ones(8, requiresGrad: true), Tensor.ones(8, requiresGrad: true))
    let matrix = Tensor.ones(8, 8, requiresGrad: true)
    return [
      SmallOperation(name: "x + y", python: "x + y") { _ = x + y },
      SmallOperation(name: "w + v, recorded", python: "w + v") { _ = w + v },
      SmallOperation(name: "w * v, recorded", python: "w * v") { _ = w * v },
      SmallOperation(name: "w * 2, recorded", python: "w * 2") { _ = w * 2 },
      SmallOperation(name: "w.relu(), recorded", python: "w.relu()") { _ = w.relu() },
      SmallOperation(name: "w.view(2, 4), recorded", python: "w.view(2, 4)") { _ = w.view(2, 4) },
      SmallOperation(name: "w[2..<6], recorded", python: "w[2:6]") { _ = w[2..<6] },
      SmallOperation(name: "w.sum(), recorded", python: "w.sum()") { _ = w.sum() },
      SmallOperation(name: "matmul 8x8, recorded", python: "matrix @ matrix") {
        _ = matmul(matrix, matrix)
      },
      SmallOperation(name: "x += y", python: "x.add_(y)") { x += y },
      SmallOperation(name: "(w * v).sum().backward()", python: "(w * v).sum().backward()") {
        (w * v).sum().backward()
      },
    ]
  }()
}
