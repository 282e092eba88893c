internal import Kernels

extension CPUBackend {
  /// Stores `f` of every element.
  @inline(__always)
  func map<F: UnaryFunction>(_ input: StridedView, _ out: StridedView, _ f: F) {
    let (x, y) = (UnsafePointer(input.pointer(F.Input.self)), out.pointer(F.Output.self))
    forEachRow(input, out) { offsets, steps, count in
      mapRow(x + offsets[0], steps[0], into: y + offsets[1], steps[1], count: count) { f($0) }
    }
  }

  /// Stores `f` of every pair of elements, the second of which may be one number for all.
  @inline(__always)
  func combine<F: BinaryFunction>(
    _ a: StridedView, _ b: Operand, into out: StridedView, _ f: F
  ) {
    switch b {
    case .scalar(let scalar):
      map(a, out, Bound(function: f, second: scalar.element(F.Input.self)))
    case .view(let b):
      let (x, y) = (UnsafePointer(a.pointer(F.Input.self)), UnsafePointer(b.pointer(F.Input.self)))
      let z = out.pointer(F.Output.self)
      forEachRow(a, b, out) { offsets, steps, count in
        mapRow(
          x + offsets[0], steps[0], y + offsets[1], steps[1], into: z + offsets[2], steps[2],
          count: count
        ) { f($0, $1) }
      }
    }
  }

  /// Replaces every element of `out` by `f` of it and an element of `x`.
  @inline(__always)
  func update<F: BinaryFunction>(_ out: StridedView, _ x: StridedView, _ f: F)
  where F.Input == F.Output {
    let (source, target) = (UnsafePointer(x.pointer(F.Input.self)), out.pointer(F.Input.self))
    forEachRow(x, out) { offsets, steps, count in
      updateRow(
        target + offsets[1], steps[1], source + offsets[0], steps[0], count: count
      ) { f($0, $1) }
    }
  }
}
