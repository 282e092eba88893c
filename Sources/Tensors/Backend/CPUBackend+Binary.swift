internal import Kernels

extension CPUBackend {
  package func binary(
    _ operation: BinaryOperation, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch out.dtype {
    case .float32: binary(Float.self, operation, a, b, into: out)
    case .float64: binary(Double.self, operation, a, b, into: out)
    case .int64: whole(Int64.self, operation, a, b, into: out)
    case .int32: whole(Int32.self, operation, a, b, into: out)
    case .uint8: whole(UInt8.self, operation, a, b, into: out)
    case .bool: logic(operation, a, b, into: out)
    }
  }

  private func binary<T: Arithmetic>(
    _: T.Type, _ operation: BinaryOperation, _ a: StridedView, _ b: Operand,
    into out: StridedView
  ) {
    switch operation {
    case .add: combine(a, b, into: out, Sum<T>())
    case .subtract: combine(a, b, into: out, Difference<T>())
    case .multiply: combine(a, b, into: out, Product<T>())
    case .divide: combine(a, b, into: out, Quotient<T>())
    case .power: combine(a, b, into: out, Power<T>())
    case .maximum: combine(a, b, into: out, Larger<T>())
    case .minimum: combine(a, b, into: out, Smaller<T>())
    case .remainder: combine(a, b, into: out, Remainder<T>())
    case .floorDivide: combine(a, b, into: out, FloorQuotient<T>())
    case .and, .or, .exclusiveOr: misuse("fractions have no bits", in: operation.name)
    }
  }

  /// Whole numbers, which also have operations on each bit.
  private func whole<T: Arithmetic & FixedWidthInteger>(
    _: T.Type, _ operation: BinaryOperation, _ a: StridedView, _ b: Operand,
    into out: StridedView
  ) {
    switch operation {
    case .and: combine(a, b, into: out, BitwiseAnd<T>())
    case .or: combine(a, b, into: out, BitwiseOr<T>())
    case .exclusiveOr: combine(a, b, into: out, BitwiseExclusiveOr<T>())
    default: binary(T.self, operation, a, b, into: out)
    }
  }

  /// Truth values: a sum is "or", a product "and".
  private func logic(
    _ operation: BinaryOperation, _ a: StridedView, _ b: Operand, into out: StridedView
  ) {
    switch operation {
    case .add, .maximum, .or: combine(a, b, into: out, Or())
    case .multiply, .minimum, .and: combine(a, b, into: out, And())
    case .exclusiveOr: combine(a, b, into: out, ExclusiveOr())
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
    case .equal: combine(a, b, into: out, Equal<T>())
    case .notEqual: combine(a, b, into: out, NotEqual<T>())
    case .less: combine(a, b, into: out, Less<T>())
    case .lessOrEqual: combine(a, b, into: out, LessOrEqual<T>())
    case .greater: combine(a, b, into: out, Greater<T>())
    case .greaterOrEqual: combine(a, b, into: out, GreaterOrEqual<T>())
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
