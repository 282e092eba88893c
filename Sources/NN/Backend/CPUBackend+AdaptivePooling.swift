package import Kernels
package import Tensors

extension CPUBackend {
  /// Planes that one thread takes at a time: about 16,000 elements.
  private func grain(_ shape: AdaptivePoolingShape) -> Int {
    max(1, (1 << 14) / max(1, shape.inPlane))
  }

  package func adaptiveAveragePool(
    _ shape: AdaptivePoolingShape, input: StridedView, into output: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        AdaptiveAveragePooling.forward(shape, planes: planes, input: x, output: y)
      }
    }
    run(networkScalar(output))
  }

  package func adaptiveAveragePoolBackward(
    _ shape: AdaptivePoolingShape, outputGradient: StridedView, into inputGradient: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (dy, dx) = (outputGradient.pointer(T.self), inputGradient.pointer(T.self))
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        AdaptiveAveragePooling.backward(
          shape, planes: planes, outputGradient: dy, inputGradient: dx)
      }
    }
    run(networkScalar(inputGradient))
  }
}
