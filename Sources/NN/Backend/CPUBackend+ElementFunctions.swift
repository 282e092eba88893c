internal import Kernels
package import Tensors

extension CPUBackend {
  package func activation(
    _ function: ActivationFunction, input: StridedView, into output: StridedView
  ) {
    if output.dtype == .float64 {
      activation(function, Double.self, input, into: output)
    } else {
      activation(function, Float.self, input, into: output)
    }
  }

  package func activationBackward(
    _ function: ActivationFunction, outputGradient: StridedView, input: StridedView,
    into inputGradient: StridedView
  ) {
    if input.dtype == .float64 {
      activationBackward(function, Double.self, outputGradient, input, into: inputGradient)
    } else {
      activationBackward(function, Float.self, outputGradient, input, into: inputGradient)
    }
  }

  private func activation<T: NetworkScalar>(
    _ function: ActivationFunction, _: T.Type, _ input: StridedView, into output: StridedView
  ) {
    let (x, y) = (input.pointer(T.self), output.pointer(T.self))
    func run(_ activation: some Activation<T>) {
      parallelFor(count: output.count, grain: Self.elementGrain) {
        activation.forward($0, input: x, output: y)
      }
    }
    switch function {
    case .leakyRelu(let slope): run(LeakyRectifier(negativeSlope: T(slope)))
    case .gelu: run(GaussianLinearUnit())
    case .tanhGelu: run(TanhLinearUnit())
    case .silu: run(SigmoidLinearUnit())
    }
  }

  private func activationBackward<T: NetworkScalar>(
    _ function: ActivationFunction, _: T.Type, _ outputGradient: StridedView,
    _ input: StridedView, into inputGradient: StridedView
  ) {
    let (x, dy) = (input.pointer(T.self), outputGradient.pointer(T.self))
    let dx = inputGradient.pointer(T.self)
    func run(_ activation: some Activation<T>) {
      parallelFor(count: input.count, grain: Self.elementGrain) {
        activation.backward($0, input: x, outputGradient: dy, inputGradient: dx)
      }
    }
    switch function {
    case .leakyRelu(let slope): run(LeakyRectifier(negativeSlope: T(slope)))
    case .gelu: run(GaussianLinearUnit())
    case .tanhGelu: run(TanhLinearUnit())
    case .silu: run(SigmoidLinearUnit())
    }
  }
}
