internal import Kernels

/// A function of one element, as a type, so that every loop is compiled for the one it applies.
///
/// A closure would do, but the compiler does not see through one that threads share.
protocol UnaryFunction<Input, Output> {
  associatedtype Input: Element
  associatedtype Output: Element
  func callAsFunction(_ x: Input) -> Output
}

/// A function of two elements, as a type.
protocol BinaryFunction<Input, Output> {
  associatedtype Input: Element
  associatedtype Output: Element
  func callAsFunction(_ x: Input, _ y: Input) -> Output
}

/// A function of two elements whose second is one number.
struct Bound<F: BinaryFunction>: UnaryFunction {
  let function: F
  let second: F.Input
  @inline(__always) func callAsFunction(_ x: F.Input) -> F.Output { function(x, second) }
}
