/// The sum of the products of two vectors' elements.
func dot(_ lhs: Tensor, _ rhs: Tensor) -> Tensor {
  let product = noGrad { multiplied(lhs.unsqueeze(0), rhs.unsqueeze(1), "").reshape([]) }
  return record(product, lhs, rhs) { DotBackward(lhs, rhs) }
}

/// The product of a matrix and a vector.
func matrixVector(_ matrix: Tensor, _ vector: Tensor) -> Tensor {
  let product = noGrad { multiplied(matrix, vector.unsqueeze(1), "").squeeze(1) }
  return record(product, matrix, vector) { MvBackward(matrix, vector) }
}

/// Both factors of a product, kept for the gradient of the other.
private class FactorNode: AutogradNode {
  private var saved: (SavedTensor, SavedTensor)?

  init(_ a: Tensor, _ b: Tensor) {
    saved = (SavedTensor(a), SavedTensor(b))
    super.init(Inputs(a.node, b.node))
  }

  final var factors: (Tensor, Tensor)? {
    saved.map { ($0.unpacked(for: self), $1.unpacked(for: self)) }
  }

  override func release() { saved = nil }
}

private final class DotBackward: FactorNode {
  override func backward(_ gradient: Tensor) {
    guard let (a, b) = factors else { return }
    if needs(0) { send(gradient * b, to: 0) }
    if needs(1) { send(gradient * a, to: 1) }
  }
}

private final class MvBackward: FactorNode {
  override func backward(_ gradient: Tensor) {
    guard let (matrix, vector) = factors else { return }
    if needs(0) { send(gradient.unsqueeze(1) * vector, to: 0) }
    if needs(1) { send(matrixVector(matrix.t(), gradient), to: 1) }
  }
}
