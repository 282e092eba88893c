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
