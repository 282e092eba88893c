internal import Kernels
package import Tensors

/// The elements that a dropout has set to zero.
package struct DropPattern: Sendable {
  let p: Double
  let mask: DropMask
  /// The planes by which elements are numbered; in reading order when nil.
  let planes: BlockShape?
}

extension CPUBackend {
  package func dropout(
    _ input: StridedView, p: Double, seed: UInt64, into output: StridedView
  ) -> DropPattern {
    let planes = input.planes?.shape
    let pattern = DropPattern(p: p, mask: DropMask(seed: seed, p: p), planes: planes)
    drop(pattern, input, into: output)
    return pattern
  }

  package func dropoutBackward(
    _ pattern: DropPattern, outputGradient: StridedView, into inputGradient: StridedView
  ) {
    drop(pattern, outputGradient, into: inputGradient)
  }

  private func drop(_ pattern: DropPattern, _ input: StridedView, into output: StridedView) {
    let mask = pattern.mask
    if let planes = pattern.planes {
      return output.leave(DroppedPlanes(input.planes(planes), mask))
    }
    // Each range has a counter of its own.
    parallelFor(count: output.count, grain: Self.elementGrain) { range in
      let (first, key) = (range.lowerBound, mask.key(range.lowerBound))
      func run<T: NetworkScalar>(_: T.Type, _ done: Int = 0) {
        Kernels.drop(
          input.pointer(T.self) + first + done, into: output.pointer(T.self) + first + done,
          count: range.count - done, key: key &+ UInt32(done), threshold: mask.threshold,
          scale: T(1 / (1 - pattern.p)))
      }
      // The fast loop wants whole vectors, as a plane has.
      guard output.dtype == .float32, input.offset % BlockShape.lanes == 0 else {
        return run(networkScalar(output))
      }
      let places = range.count / BlockShape.lanes
      fast.drop(
        input.pointer() + first, key, mask.threshold, mask.scale, output.pointer() + first, places)
      run(Float.self, places * BlockShape.lanes)
    }
  }
}
