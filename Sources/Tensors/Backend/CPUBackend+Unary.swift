internal import Kernels

/// A function of one floating-point number.
package enum UnaryOperation: Sendable {
  case exponential, logarithm, squareRoot, absolute, sign, relu, sigmoid, tanh, sine, cosine
  case errorFunction, reciprocal, floor, ceil, round, truncate, logarithm1p, exponentialM1
  case logarithm2, logarithm10, reciprocalSquareRoot, tangent, arcSine, arcCosine, arcTangent
  case hyperbolicSine, hyperbolicCosine
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
    case .exponential: map(input, out, Exponential<T>())
    case .exponentialM1: map(input, out, ExponentialM1<T>())
    case .logarithm: map(input, out, Logarithm<T>())
    case .logarithm1p: map(input, out, Logarithm1p<T>())
    case .squareRoot: map(input, out, SquareRoot<T>())
    case .absolute: map(input, out, Magnitude<T>())
    case .sign: map(input, out, Sign<T>())
    case .relu: map(input, out, Rectifier<T>())
    case .sigmoid: map(input, out, Sigmoid<T>())
    case .tanh: map(input, out, HyperbolicTangent<T>())
    case .sine: map(input, out, Sine<T>())
    case .cosine: map(input, out, Cosine<T>())
    case .errorFunction: map(input, out, ErrorFunction<T>())
    case .reciprocal: map(input, out, Reciprocal<T>())
    case .floor: map(input, out, Floor<T>())
    case .ceil: map(input, out, Ceiling<T>())
    case .round: map(input, out, Rounding<T>())
    case .truncate: map(input, out, Truncation<T>())
    case .logarithm2: map(input, out, Logarithm2<T>())
    case .logarithm10: map(input, out, Logarithm10<T>())
    case .reciprocalSquareRoot: map(input, out, ReciprocalSquareRoot<T>())
    case .tangent: map(input, out, Tangent<T>())
    case .arcSine: map(input, out, ArcSine<T>())
    case .arcCosine: map(input, out, ArcCosine<T>())
    case .arcTangent: map(input, out, ArcTangent<T>())
    case .hyperbolicSine: map(input, out, HyperbolicSine<T>())
    case .hyperbolicCosine: map(input, out, HyperbolicCosine<T>())
    }
  }
}
