package import BlockTasks
internal import Kernels
package import Tensors

extension CPUBackend {
  package func momentumStep(
    _ options: MomentumOptions, parameter: StridedView, gradient: StridedView,
    velocity: StridedView?
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (p, g) = (parameter.pointer(T.self), gradient.pointer(T.self))
      let v = velocity?.pointer(T.self)
      let step = MomentumStep<T>(
        lr: T(options.lr), momentum: T(options.momentum), dampening: T(options.dampening),
        weightDecay: T(options.weightDecay), nesterov: options.nesterov,
        isFirst: options.isFirst)
      parallelFor(count: parameter.count, grain: Self.stepGrain) {
        step($0, parameter: p, gradient: g, velocity: v)
      }
    }
    run(networkScalar(parameter))
  }

  package func adaptiveStep(
    _ terms: AdaptiveTerms<Double>, parameter: StridedView, gradient: StridedView,
    mean: StridedView, square: StridedView
  ) {
    if parameter.dtype == .float32 {
      let terms = AdaptiveTerms<Float>(terms)
      let (p, g) = (parameter.pointer(Float.self), gradient.pointer(Float.self))
      let (m, s) = (mean.pointer(Float.self), square.pointer(Float.self))
      return parallelFor(count: parameter.count, grain: Self.stepGrain) { part in
        let first = part.lowerBound
        fast.adaptiveStep(
          AdaptiveTask(
            terms, parameter: p + first, gradient: g + first, mean: m + first, square: s + first,
            count: part.count))
      }
    }
    let (p, g) = (parameter.pointer(Double.self), gradient.pointer(Double.self))
    let (m, s) = (mean.pointer(Double.self), square.pointer(Double.self))
    parallelFor(count: parameter.count, grain: Self.stepGrain) {
      AdaptiveStep.take(terms, $0, parameter: p, gradient: g, mean: m, square: s)
    }
  }

  /// Parameters that one thread takes at a time.
  private static var stepGrain: Int { 1 << 13 }
}

extension AdaptiveTerms<Float> {
  fileprivate init(_ terms: AdaptiveTerms<Double>) {
    self.init(
      stepSize: Float(terms.stepSize), squareCorrection: Float(terms.squareCorrection),
      betas: (Float(terms.betas.0), Float(terms.betas.1)), eps: Float(terms.eps),
      weightDecay: Float(terms.weightDecay), shrinkage: Float(terms.shrinkage))
  }
}
