internal import Kernels

/// A function of one floating-point number.
package enum UnaryOperation: Sendable {
  case exponential, logarithm, squareRoot, absolute, sign, relu, sigmoid, tanh, sine, cosine
  case errorFunction, reciprocal, floor, ceil, round, logarithm1p, exponentialM1
}

extension CPUBackend {
  package func unary(
    _ operation: UnaryOperation, _ input: StridedView, into out: StridedView
  ) {
    switch input.dtype {
    case .float64: unary(Double.self, operation, input, into: out)
    default: unary(Float.self, operation, input, into: out)
    }
  }

  private func unary<T: Arithmetic & RealMath>(
    _: T.Type, _ operation: UnaryOperation, _ input: StridedView, into out: StridedView
  ) {
    switch operation {
    case .exponential: map(input, out, T.exp)
    case .exponentialM1: map(input, out, T.expm1)
    case .logarithm: map(input, out, T.log)
    case .logarithm1p: map(input, out, T.log1p)
    case .squareRoot: map(input, out) { (x: T) in x.squareRoot() }
    case .absolute: map(input, out) { (x: T) in abs(x) }
    case .sign: map(input, out) { (x: T) in x > 0 ? 1 : x < 0 ? -1 : x }
    // Not a number stays so, as in PyTorch.
    case .relu: map(input, out) { (x: T) in x < 0 ? 0 : x }
    case .sigmoid: map(input, out) { (x: T) in 1 / (1 + T.exp(-x)) }
    case .tanh: map(input, out, T.tanh)
    case .sine: map(input, out, T.sin)
    case .cosine: map(input, out, T.cos)
    case .errorFunction: map(input, out, T.erf)
    case .reciprocal: map(input, out) { (x: T) in 1 / x }
    case .floor: map(input, out) { (x: T) in x.rounded(.down) }
    case .ceil: map(input, out) { (x: T) in x.rounded(.up) }
    case .round: map(input, out) { (x: T) in x.rounded(.toNearestOrEven) }
    }
  }

  @inline(__always)
  private func map<T: Element>(_ input: StridedView, _ out: StridedView, _ f: (T) -> T) {
    let (x, y) = (UnsafePointer(input.pointer(T.self)), out.pointer(T.self))
    forEachRow(input, out) { offsets, steps, count in
      mapRow(x + offsets[0], steps[0], into: y + offsets[1], steps[1], count: count, f)
    }
  }
}
