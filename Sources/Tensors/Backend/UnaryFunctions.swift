internal import Kernels

// The functions of one floating-point element, as types.

struct Exponential<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.exp(x) }
}

struct ExponentialM1<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.expm1(x) }
}

struct Logarithm<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.log(x) }
}

struct Logarithm1p<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.log1p(x) }
}

struct SquareRoot<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x.squareRoot() }
}

struct Magnitude<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { abs(x) }
}

/// Zero for what is not a number, as in PyTorch.
struct Sign<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x > 0 ? 1 : x < 0 ? -1 : 0 }
}

/// Zero for negative numbers; not a number stays so, as in PyTorch.
struct Rectifier<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x < 0 ? 0 : x }
}

struct Sigmoid<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { 1 / (1 + T.exp(-x)) }
}

struct HyperbolicTangent<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.tanh(x) }
}

struct Sine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.sin(x) }
}

struct Cosine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.cos(x) }
}

struct ErrorFunction<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.erf(x) }
}

struct Reciprocal<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { 1 / x }
}

struct Floor<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x.rounded(.down) }
}

struct Ceiling<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x.rounded(.up) }
}

struct Rounding<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x.rounded(.toNearestOrEven) }
}

struct Truncation<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { x.rounded(.towardZero) }
}

struct Logarithm2<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.log2(x) }
}

struct Logarithm10<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.log10(x) }
}

struct ReciprocalSquareRoot<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { 1 / x.squareRoot() }
}

struct Tangent<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.tan(x) }
}

struct ArcSine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.asin(x) }
}

struct ArcCosine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.acos(x) }
}

struct ArcTangent<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.atan(x) }
}

struct HyperbolicSine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.sinh(x) }
}

struct HyperbolicCosine<T: Arithmetic & RealMath>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: T) -> T { T.cosh(x) }
}

/// A conversion of type, as C does it.
struct Conversion<S: Element, D: Element>: UnaryFunction {
  @inline(__always) func callAsFunction(_ x: S) -> D { convert(x, to: D.self) }
}
