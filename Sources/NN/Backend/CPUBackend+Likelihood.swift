internal import Kernels
package import Tensors

extension CPUBackend {
  package func firstInvalidTarget(_ loss: LikelihoodLoss, targets: StridedView) -> Int? {
    NegativeLogLikelihood<Float>.firstInvalidTarget(
      loss.shape, targets: targets.pointer(Int64.self), ignoreIndex: loss.ignoreIndex)
  }

  package func likelihoodLoss(
    _ loss: LikelihoodLoss, input: StridedView, targets: StridedView, weight: StridedView?,
    into output: StridedView
  ) -> Double {
    func run<T: NetworkScalar>(_: T.Type) -> Double {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      let labels = targets.pointer(Int64.self)
      let weights = weight.map { UnsafePointer($0.pointer(T.self)) }
      if loss.reduction == .none {
        NegativeLogLikelihood.forward(
          loss.shape, input: x, targets: labels, weight: weights, ignoreIndex: loss.ignoreIndex,
          losses: y)
        return 1
      }
      let total = NegativeLogLikelihood.total(
        loss.shape, input: x, targets: labels, weight: weights, ignoreIndex: loss.ignoreIndex)
      y[0] = loss.reduction == .mean ? total.loss / total.weight : total.loss
      return loss.reduction == .mean ? Double(total.weight) : 1
    }
    return run(networkScalar(output))
  }

  package func likelihoodLossBackward(
    _ loss: LikelihoodLoss, outputGradient: StridedView, divisor: Double, targets: StridedView,
    weight: StridedView?, into inputGradient: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      NegativeLogLikelihood.backward(
        loss.shape, gradients: outputGradient.pointer(T.self),
        gradientStep: loss.reduction == .none ? 1 : 0, targets: targets.pointer(Int64.self),
        weight: weight.map { UnsafePointer($0.pointer(T.self)) }, ignoreIndex: loss.ignoreIndex,
        scale: T(1 / divisor), inputGradient: inputGradient.pointer(T.self))
    }
    run(networkScalar(inputGradient))
  }
}
