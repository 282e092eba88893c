internal import Kernels

extension CPUBackend {
  package func binary(
    _ operation: BinaryOperation, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch out.dtype {
    case .float32: binary(Float.self, operation, a, b, into: out)
    case .float64: binary(Double.self, operation, a, b, into: out)
    case .int64: binary(Int64.self, operation, a, b, into: out)
    case .int32: binary(Int32.self, operation, a, b, into: out)
    case .uint8: binary(UInt8.self, operation, a, b, into: out)
    case .bool: logic(operation, a, b, into: out)
    }
  }

  private func binary<T: Arithmetic>(
    _: T.Type, _ operation: BinaryOperation, _ a: StridedView, _ b: Operand,
    into out: StridedView
  ) {
    switch operation {
    case .add: combine(a, b, into: out, T.sum)
    case .subtract: combine(a, b, into: out, T.difference)
    case .multiply: combine(a, b, into: out, T.product)
    case .divide: combine(a, b, into: out, T.quotient)
    case .power: combine(a, b, into: out, T.power)
    case .maximum: combine(a, b, into: out, T.larger)
    case .minimum: combine(a, b, into: out, T.smaller)
    case .remainder: combine(a, b, into: out, T.remainder)
    case .floorDivide: combine(a, b, into: out, T.floorQuotient)
    }
  }

  /// Truth values: a sum is "or", a product "and".
  private func logic(
    _ operation: BinaryOperation, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch operation {
    case .add, .maximum: combine(a, b, into: out) { (x: Bool, y: Bool) in x || y }
    case .multiply, .minimum: combine(a, b, into: out) { (x: Bool, y: Bool) in x && y }
    default:
      misuse(
        "truth values have no such operation", in: operation.name,
        hint: "convert them: x.to(.int64)")
    }
  }

  package func compare(
    _ comparison: Comparison, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch a.dtype {
    case .float32: compare(Float.self, comparison, a, b, into: out)
    case .float64: compare(Double.self, comparison, a, b, into: out)
    case .int64: compare(Int64.self, comparison, a, b, into: out)
    case .int32: compare(Int32.self, comparison, a, b, into: out)
    case .uint8: compare(UInt8.self, comparison, a, b, into: out)
    case .bool: compare(UInt8.self, comparison, a, b.truthAsByte, into: out)
    }
  }

  private func compare<T: Arithmetic>(
    _: T.Type, _ comparison: Comparison, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch comparison {
    case .equal: combine(a, b, into: out) { (x: T, y: T) in x == y }
    case .notEqual: combine(a, b, into: out) { (x: T, y: T) in x != y }
    case .less: combine(a, b, into: out) { (x: T, y: T) in x < y }
    case .lessOrEqual: combine(a, b, into: out) { (x: T, y: T) in x <= y }
    case .greater: combine(a, b, into: out) { (x: T, y: T) in x > y }
    case .greaterOrEqual: combine(a, b, into: out) { (x: T, y: T) in x >= y }
    }
  }

  /// Stores `f` of every pair.
  @inline(__always)
  private func combine<T: Element, R: Element>(
    _ a: StridedView, _ b: Operand, into out: StridedView, _ f: (T, T) -> R
  ) {
    let (x, z) = (UnsafePointer(a.pointer(T.self)), out.pointer(R.self))
    switch b {
    case .view(let b):
      let y = UnsafePointer(b.pointer(T.self))
      forEachRow(a, b, out) { offsets, steps, count in
        mapRow(
          x + offsets[0], steps[0], y + offsets[1], steps[1], into: z + offsets[2], steps[2],
          count: count, f)
      }
    case .scalar(let scalar):
      let value = scalar.element(T.self)
      forEachRow(a, out) { offsets, steps, count in
        mapRow(x + offsets[0], steps[0], into: z + offsets[1], steps[1], count: count) {
          f($0, value)
        }
      }
    }
  }
}

extension Operand {
  /// A truth value as the byte that stands for it.
  fileprivate var truthAsByte: Operand {
    if case .scalar(let value) = self { return .scalar(.int(value.double != 0 ? 1 : 0)) }
    return self
  }
}
