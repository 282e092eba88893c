package import Kernels
package import Tensors

extension CPUBackend: NetworkBackend {
  package func convolution(
    _ shape: ConvolutionShape, input: StridedView, weight: StridedView, bias: StridedView?,
    into output: StridedView
  ) {
    if shape.isMatrixProduct {
      return productConvolution(shape, input: input, weight: weight, bias: bias, into: output)
    }
    if output.dtype == .float32, let blocks = BlockConvolution(shape) {
      let planes = blocks.inputPlanes(input)
      return output.leave(blocks.forward(planes, weight: weight, bias: bias))
    }
    if output.dtype == .float32, let channels = ChannelConvolution(shape) {
      return output.leave(channels.forward(input, weight: weight, bias: bias))
    }
    if output.dtype == .float32, let taps = TapConvolution(shape) {
      return withTile(places: (taps.roomCount + BlockShape.lanes - 1) / BlockShape.lanes) {
        taps.forward(
          input.pointer(), weight: weight.pointer(), bias: bias?.pointer(), room: $0,
          into: output.pointer())
      }
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, w, y) = (input.pointer(T.self), weight.pointer(T.self), output.pointer(T.self))
      let b = bias?.pointer(T.self)
      parallelFor(count: shape.batch, grain: (shape.batch + 15) / 16) { images in
        MatrixConvolution.forward(
          shape, images: images, input: x, weight: w, bias: b.map { UnsafePointer($0) },
          output: y, multiply: T.multiply)
      }
    }
    run(networkScalar(output))
  }

  package func convolutionBackward(
    _ shape: ConvolutionShape, outputGradient: StridedView, input: StridedView,
    weight: StridedView, into gradients: ConvolutionGradients
  ) {
    if shape.isMatrixProduct {
      return productConvolutionBackward(
        shape, outputGradient: outputGradient, input: input, weight: weight, into: gradients)
    }
    if outputGradient.dtype == .float32, let blocks = BlockConvolution(shape) {
      return blocks.backward(
        blocks.outputPlanes(outputGradient), blocks.inputPlanes(input), weight: weight,
        into: gradients)
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, w) = (input.pointer(T.self), weight.pointer(T.self))
      let dy = outputGradient.pointer(T.self)
      let dx = gradients.input?.pointer(T.self)
      // Each part of the batch sums into an array of its own; adding these up in order gives the
      // same result whichever thread was first.
      let grain = max(1, (shape.batch + 7) / 8)
      let parts = (shape.batch + grain - 1) / grain
      let dw = gradients.weight.map { PartialSums<T>(parts: parts, into: $0) }
      let db = gradients.bias.map { PartialSums<T>(parts: parts, into: $0) }
      parallelFor(count: shape.batch, grain: grain) { images in
        let part = images.lowerBound / grain
        if let dw {
          MatrixConvolution.weightGradient(
            shape, images: images, input: x, outputGradient: dy, weightGradient: dw[part],
            multiply: T.multiply)
        }
        if let dx {
          MatrixConvolution.inputGradient(
            shape, images: images, outputGradient: dy, weight: w, inputGradient: dx,
            multiply: T.multiply)
        }
        if let db {
          MatrixConvolution.biasGradient(
            shape, images: images, outputGradient: dy, biasGradient: db[part])
        }
      }
      dw?.finish()
      db?.finish()
    }
    run(networkScalar(outputGradient))
  }
}
