// The operations on pairs of elements, as types.

struct Sum<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.sum(x, y) }
}

struct Difference<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.difference(x, y) }
}

struct Product<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.product(x, y) }
}

struct Quotient<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.quotient(x, y) }
}

struct Power<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.power(x, y) }
}

struct Larger<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.larger(x, y) }
}

struct Smaller<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.smaller(x, y) }
}

struct Remainder<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.remainder(x, y) }
}

struct FloorQuotient<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.floorQuotient(x, y) }
}

struct Equal<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x == y }
}

struct NotEqual<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x != y }
}

struct Less<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x < y }
}

struct LessOrEqual<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x <= y }
}

struct Greater<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x > y }
}

struct GreaterOrEqual<T: Arithmetic>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> Bool { x >= y }
}

struct Or: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: Bool, _ y: Bool) -> Bool { x || y }
}

struct And: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: Bool, _ y: Bool) -> Bool { x && y }
}

struct ExclusiveOr: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: Bool, _ y: Bool) -> Bool { x != y }
}

struct BitwiseAnd<T: Arithmetic & FixedWidthInteger>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { x & y }
}

struct BitwiseOr<T: Arithmetic & FixedWidthInteger>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { x | y }
}

struct BitwiseExclusiveOr<T: Arithmetic & FixedWidthInteger>: BinaryFunction {
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { x ^ y }
}

/// A sum whose second term is scaled.
struct ScaledSum<T: Arithmetic>: BinaryFunction {
  let scale: T
  @inline(__always) func callAsFunction(_ x: T, _ y: T) -> T { T.sum(x, T.product(scale, y)) }
}
