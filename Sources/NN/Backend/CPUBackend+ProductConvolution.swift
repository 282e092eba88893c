internal import Kernels
internal import Tensors

/// Convolutions whose kernels cover the whole image: one matrix product over the batch.
extension CPUBackend {
  func productConvolution(
    _ shape: ConvolutionShape, input: StridedView, weight: StridedView, bias: StridedView?,
    into output: StridedView
  ) {
    multiply(
      input.matrix(shape.batch, shape.taps),
      weight.matrix(shape.outChannels, shape.taps).transposed, bias: bias,
      into: output.matrix(shape.batch, shape.outChannels))
  }

  func productConvolutionBackward(
    _ shape: ConvolutionShape, outputGradient: StridedView, input: StridedView,
    weight: StridedView, into gradients: ConvolutionGradients
  ) {
    let gradient = outputGradient.matrix(shape.batch, shape.outChannels)
    if let target = gradients.input {
      multiply(
        gradient, weight.matrix(shape.outChannels, shape.taps), bias: nil,
        into: target.matrix(shape.batch, shape.taps))
    }
    if let target = gradients.weight {
      multiply(
        gradient.transposed, input.matrix(shape.batch, shape.taps), bias: nil,
        into: target.matrix(shape.outChannels, shape.taps))
    }
    if let target = gradients.bias {
      func run<T: NetworkScalar>(_: T.Type) {
        MatrixConvolution.biasGradient(
          shape, images: 0..<shape.batch, outputGradient: gradient.pointer(T.self),
          biasGradient: target.pointer(T.self))
      }
      run(networkScalar(target))
    }
  }
}

extension StridedView {
  /// The elements of a contiguous view as a matrix.
  fileprivate func matrix(_ rows: Int, _ columns: Int) -> StridedView {
    StridedView(
      storage: storage, offset: offset, shape: Shape([rows, columns]),
      strides: Shape([columns, 1]), dtype: dtype)
  }

  /// A matrix with rows and columns exchanged.
  fileprivate var transposed: StridedView {
    StridedView(
      storage: storage, offset: offset, shape: Shape([shape[1], shape[0]]),
      strides: Shape([strides[1], strides[0]]), dtype: dtype)
  }
}
