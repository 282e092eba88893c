/// An operation on pairs of elements whose result has their type.
package enum BinaryOperation: Sendable {
  case add, subtract, multiply, divide, power, maximum, minimum, remainder, floorDivide
  case and, or, exclusiveOr

  /// The word for error messages.
  var name: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "pow"
    case .maximum: "maximum"
    case .minimum: "minimum"
    case .remainder: "remainder"
    case .floorDivide: "floorDivide"
    case .and: ".&"
    case .or: ".|"
    case .exclusiveOr: ".^"
    }
  }
}

/// An operation on pairs of elements whose result is a truth value.
package enum Comparison: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// The second operand of an operation: a tensor's elements or one number.
package enum Operand: Sendable {
  case view(StridedView)
  case scalar(Scalar)
}
