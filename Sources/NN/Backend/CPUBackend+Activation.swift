internal import Kernels
package import Tensors

extension CPUBackend {
  /// Elements that one thread takes at a time in loops that do little per element.
  static let elementGrain = 1 << 15
  /// The same where rows of vectors are only read, compared and written: a few hundred nanoseconds.
  private static let rectifierGrain = 1 << 12

  package func relu(_ input: StridedView, into output: StridedView) {
    if let planes = input.planes { return output.leave(RectifiedPlanes(planes)) }
    parallelFor(count: output.count, grain: Self.rectifierGrain) { range in
      let rest = vectors(range, input, output) { first, count in
        fast.rectify(input.pointer() + first, output.pointer() + first, count)
      }
      func run<T: NetworkScalar>(_: T.Type) {
        Rectifier.forward(rest, input: input.pointer(T.self), output: output.pointer(T.self))
      }
      run(networkScalar(output))
    }
  }

  package func reluBackward(
    outputGradient: StridedView, output: StridedView, into inputGradient: StridedView
  ) {
    if let value = output.planes {
      return inputGradient.leave(outputGradient.planes(value.shape).gated(by: value))
    }
    parallelFor(count: output.count, grain: Self.rectifierGrain) { range in
      let rest = vectors(range, outputGradient, output, inputGradient) { first, count in
        fast.gate(
          outputGradient.pointer() + first, output.pointer() + first,
          inputGradient.pointer() + first, count)
      }
      func run<T: NetworkScalar>(_: T.Type) {
        Rectifier.backward(
          rest, output: output.pointer(T.self), outputGradient: outputGradient.pointer(T.self),
          inputGradient: inputGradient.pointer(T.self))
      }
      run(networkScalar(output))
    }
  }

  /// Calls `body` with the first element and the number of those vectors of sixteen that the fast
  /// loops take of a range, and returns the elements that are left: all unless the views hold aligned
  /// numbers of single precision.
  private func vectors(
    _ range: Range<Int>, _ views: StridedView..., body: (_ first: Int, _ count: Int) -> Void
  ) -> Range<Int> {
    let lanes = BlockShape.lanes
    guard views.allSatisfy({ $0.dtype == .float32 && $0.offset % lanes == 0 }) else { return range }
    let count = range.count / lanes
    body(range.lowerBound, count)
    return range.lowerBound + count * lanes..<range.upperBound
  }
}
