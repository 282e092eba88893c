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
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      // Each range has a counter of its own.
      parallelFor(count: output.count, grain: Self.elementGrain) { range in
        Kernels.drop(
          x + range.lowerBound, into: y + range.lowerBound, count: range.count,
          key: mask.key(range.lowerBound), threshold: mask.threshold, scale: T(1 / (1 - pattern.p)))
      }
    }
    run(networkScalar(output))
  }
}
