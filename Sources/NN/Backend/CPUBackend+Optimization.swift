internal import BlockTasks
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
      parallelFor(count: parameter.count, grain: Self.elementGrain) {
        step($0, parameter: p, gradient: g, velocity: v)
      }
    }
    run(networkScalar(parameter))
  }

  package func adaptiveStep(
    _ options: AdaptiveOptions, parameter: StridedView, gradient: StridedView, mean: StridedView,
    square: StridedView
  ) {
    if parameter.dtype == .float32 {
      let terms = AdaptiveTerms(options)
      let (p, g) = (parameter.pointer(Float.self), gradient.pointer(Float.self))
      let (m, s) = (mean.pointer(Float.self), square.pointer(Float.self))
      return parallelFor(count: parameter.count, grain: Self.elementGrain) { part in
        let first = part.lowerBound
        fast.adaptiveStep(
          AdaptiveTask(
            terms, parameter: p + first, gradient: g + first, mean: m + first, square: s + first,
            count: part.count))
      }
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (p, g) = (parameter.pointer(T.self), gradient.pointer(T.self))
      let (m, s) = (mean.pointer(T.self), square.pointer(T.self))
      let step = AdaptiveStep<T>(
        stepSize: T(options.stepSize), squareCorrection: T(options.squareCorrection),
        betas: (T(options.betas.0), T(options.betas.1)), eps: T(options.eps),
        weightDecay: T(options.weightDecay), shrinkage: T(options.shrinkage))
      parallelFor(count: parameter.count, grain: Self.elementGrain) {
        step($0, parameter: p, gradient: g, mean: m, square: s)
      }
    }
    run(networkScalar(parameter))
  }
}

extension AdaptiveTerms {
  fileprivate init(_ options: AdaptiveOptions) {
    self.init(
      stepSize: Float(options.stepSize), squareCorrection: Float(options.squareCorrection),
      betas: (Float(options.betas.0), Float(options.betas.1)), eps: Float(options.eps),
      weightDecay: Float(options.weightDecay), shrinkage: Float(options.shrinkage))
  }
}
