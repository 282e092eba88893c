package import Kernels
package import Tensors

extension CPUBackend {
  /// Runs that one thread takes at a time: about two microseconds of exponentials.
  private func grain(_ shape: SoftmaxShape) -> Int { max(1, (1 << 8) / max(1, shape.count)) }

  package func softmax(
    _ shape: SoftmaxShape, logarithm: Bool, input: StridedView, into output: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      parallelFor(count: shape.runs, grain: grain(shape)) { runs in
        if logarithm {
          Kernels.Softmax.logForward(shape, runs: runs, input: x, output: y)
        } else {
          Kernels.Softmax.forward(shape, runs: runs, input: x, output: y)
        }
      }
    }
    run(networkScalar(output))
  }

  package func softmaxBackward(
    _ shape: SoftmaxShape, logarithm: Bool, outputGradient: StridedView, output: StridedView,
    into inputGradient: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (dy, y) = (outputGradient.pointer(T.self), output.pointer(T.self))
      let dx = inputGradient.pointer(T.self)
      parallelFor(count: shape.runs, grain: grain(shape)) { runs in
        if logarithm {
          Kernels.Softmax.logBackward(
            shape, runs: runs, output: y, outputGradient: dy, inputGradient: dx)
        } else {
          Kernels.Softmax.backward(
            shape, runs: runs, output: y, outputGradient: dy, inputGradient: dx)
        }
      }
    }
    run(networkScalar(inputGradient))
  }
}
