internal import Kernels
package import Tensors

extension CPUBackend {
  /// Elements that one thread takes at a time in loops that do little per element.
  static let elementGrain = 1 << 15

  package func relu(_ input: StridedView, into output: StridedView) {
    if let planes = input.planes { return output.leave(RectifiedPlanes(planes)) }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      parallelFor(count: output.count, grain: Self.elementGrain) {
        Rectifier.forward($0, input: x, output: y)
      }
    }
    run(networkScalar(output))
  }

  package func reluBackward(
    outputGradient: StridedView, output: StridedView, into inputGradient: StridedView
  ) {
    if let value = output.planes {
      return inputGradient.leave(outputGradient.planes(value.shape).gated(by: value))
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (y, dy) = (output.pointer(T.self), outputGradient.pointer(T.self))
      let dx = inputGradient.pointer(T.self)
      parallelFor(count: output.count, grain: Self.elementGrain) {
        Rectifier.backward($0, output: y, outputGradient: dy, inputGradient: dx)
      }
    }
    run(networkScalar(output))
  }
}
