import Tensors
import Testing

/// Compares the gradients of `f` with finite differences in double precision.
///
/// The result is weighted with fixed numbers that are not all alike, so that a gradient that only
/// has the right sum is found out.
func checkGradients(
  _ inputs: [Tensor], step: Double = 1e-6, tolerance: Double = 1e-6, usesAll: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation, _ f: ([Tensor]) -> Tensor
) {
  let leaves = inputs.map { input in
    let leaf = input.detach().to(.float64).clone()
    leaf.requiresGrad = true
    return leaf
  }
  func value() -> Tensor {
    let result = f(leaves)
    let weights = Tensor.arange(result.count).to(.float64).reshape(result.shape) * 0.37 + 0.5
    return (result * weights).sum()
  }
  value().backward()
  for (number, leaf) in leaves.enumerated() {
    let gradient = (leaf.grad ?? Tensor.zeros(like: leaf)).scalars
    #expect(
      leaf.grad?.shape == leaf.shape || !usesAll && leaf.grad == nil,
      sourceLocation: sourceLocation)
    let flat = leaf.detach().view(-1)
    for i in 0..<leaf.count {
      let original = flat[i].item()
      flat[i] = Tensor(original + step, dtype: .float64)
      let above = noGrad { value().item() }
      flat[i] = Tensor(original - step, dtype: .float64)
      let below = noGrad { value().item() }
      flat[i] = Tensor(original, dtype: .float64)
      let slope = (above - below) / (2 * step)
      let error = abs(slope - gradient[i]) / max(1, abs(slope))
      #expect(
        error < tolerance, "input \(number), element \(i): \(gradient[i]), expected \(slope)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Distinct numbers in double precision, away from zero and from each other.
func sample(_ shape: [Int], seed: Int = 1) -> Tensor {
  let count = shape.reduce(1, *)
  let order = Tensor.randperm(count, generator: Generator(seed: seed)).to(.float64)
  return ((order + 0.5) / Double(max(count, 1)) * 3 - 1.4).view(shape)
}
