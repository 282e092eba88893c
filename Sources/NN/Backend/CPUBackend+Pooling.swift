package import Kernels
package import Tensors

extension CPUBackend {
  /// Planes that one thread takes at a time: about 4,000 elements.
  private func grain(_ shape: PoolingShape) -> Int { max(1, (1 << 12) / max(1, shape.inPlane)) }

  package func maxPool(
    _ shape: PoolingShape, input: StridedView, into output: StridedView, indices: StridedView
  ) {
    if let planes = input.planes, PooledPlanes.takes(shape, planes.shape) {
      let pooled = PooledPlanes(planes, shape)
      output.leave(pooled)
      return indices.storage.leave(PooledPlaces(pooled))
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y, places) = (
        input.pointer(T.self), output.pointer(T.self), indices.pointer(Int32.self)
      )
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        MaxPooling.forward(shape, planes: planes, input: x, output: y, indices: places)
      }
    }
    if output.dtype == .float32, shape.isTwoByTwo {
      let (x, y) = (input.pointer(Float.self), output.pointer(Float.self))
      let places = indices.pointer(Int32.self)
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        MaxPooling.forwardTwoByTwo(shape, planes: planes, input: x, output: y, indices: places)
      }
    } else {
      run(networkScalar(output))
    }
  }

  package func maxPoolBackward(
    _ shape: PoolingShape, outputGradient: StridedView, indices: StridedView,
    into inputGradient: StridedView
  ) {
    if let pooled = (indices.storage.promise as? PooledPlaces)?.pooled {
      let gradient = outputGradient.planes(pooled.shape)
      return inputGradient.leave(SpreadPlanes(gradient, through: pooled))
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (dy, dx) = (outputGradient.pointer(T.self), inputGradient.pointer(T.self))
      let places = indices.pointer(Int32.self)
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        MaxPooling.backward(
          shape, planes: planes, outputGradient: dy, indices: places, inputGradient: dx)
      }
    }
    run(networkScalar(inputGradient))
  }

  package func averagePool(
    _ shape: PoolingShape, divisor: PoolingDivisor, input: StridedView, into output: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        AveragePooling.forward(shape, planes: planes, divisor: divisor, input: x, output: y)
      }
    }
    run(networkScalar(output))
  }

  package func averagePoolBackward(
    _ shape: PoolingShape, divisor: PoolingDivisor, outputGradient: StridedView,
    into inputGradient: StridedView
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      let (dy, dx) = (outputGradient.pointer(T.self), inputGradient.pointer(T.self))
      parallelFor(count: shape.planes, grain: grain(shape)) { planes in
        AveragePooling.backward(
          shape, planes: planes, divisor: divisor, outputGradient: dy, inputGradient: dx)
      }
    }
    run(networkScalar(inputGradient))
  }
}
