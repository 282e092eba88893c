extension Tensor {
  /// Each element to a power.
  ///
  ///     Tensor([1.0, 2, 3]).pow(2)  // tensor([1., 4., 9.])
  public final func pow<S: TensorScalar>(_ exponent: S) -> Tensor {
    let power = exponent.scalar
    let values: Tensor
    switch power.double {
    case 2: values = noGrad { self * self }.convertedQuietly(to: promotedType(self, power))
    case 0.5: values = noGrad { sqrt() }
    default:
      if case .int(let n) = power, n < 0, !dtype.isFloatingPoint {
        misuse(
          "whole numbers have no negative powers", in: "pow", [Argument("self", self)],
          hint: "convert them: x.to(.float32)")
      }
      values = combined(.power, power)
    }
    return record(values, self) { PowBackward(self, power.double) }
  }

  /// Each element to the power of the other tensor's.
  public final func pow(_ exponent: Tensor) -> Tensor {
    let values = combined(.power, exponent)
    return record(values, self, exponent) { TensorPowBackward(self, exponent, values) }
  }

  /// What is left of each element after division, with the sign of the divisor. (Python's `%`.)
  public final func remainder<S: TensorScalar>(_ divisor: S) -> Tensor {
    checkDivisor(divisor.scalar, "remainder")
    let values = combined(.remainder, divisor.scalar)
    return Tensor.differentiable("RemainderBackward0", values, inputs: [self], saving: []) {
      gradient, _ in [gradient]
    }
  }

  /// The quotient rounded down. (Python's `//`.)
  public final func floorDivide<S: TensorScalar>(_ divisor: S) -> Tensor {
    checkDivisor(divisor.scalar, "floorDivide")
    return combined(.floorDivide, divisor.scalar)
  }

  /// What is left of each element after division by the other tensor's, with that one's sign.
  public final func remainder(_ divisor: Tensor) -> Tensor {
    checkDivisor(divisor, "remainder")
    let values = combined(.remainder, divisor)
    return Tensor.differentiable(
      "RemainderBackward0", values, inputs: [self, divisor], saving: [self, divisor]
    ) { gradient, saved in
      let quotient = (saved[0] / saved[1]).floor()
      return [
        gradient.summed(to: saved[0].layout.shape),
        -(gradient * quotient).summed(to: saved[1].layout.shape),
      ]
    }
  }

  /// The quotient with the other tensor's elements, rounded down.
  public final func floorDivide(_ divisor: Tensor) -> Tensor {
    checkDivisor(divisor, "floorDivide")
    return combined(.floorDivide, divisor)
  }

  private func checkDivisor(_ divisor: Tensor, _ operation: String) {
    if promotedType(self, divisor).isFloatingPoint { return }
    if (divisor .== 0).any().item(as: Bool.self) {
      misuse(
        "whole numbers cannot be divided by zero", in: operation,
        [Argument("self", self), Argument("divisor", divisor)])
    }
  }

  private func checkDivisor(_ divisor: Scalar, _ operation: String) {
    if divisor.double == 0, !promotedType(self, divisor).isFloatingPoint {
      misuse("whole numbers cannot be divided by zero", in: operation, [Argument("self", self)])
    }
  }
}

private final class PowBackward: AutogradNode {
  private let exponent: Double
  private var input: SavedTensor?

  init(_ input: Tensor, _ exponent: Double) {
    self.exponent = exponent
    self.input = SavedTensor(input)
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let x = input?.unpacked(for: self) else { return }
    if exponent == 0 { return send(Tensor.zeros(like: gradient), to: 0) }
    let slope = exponent == 2 ? x : x.pow(exponent - 1)
    send(gradient * (slope * exponent), to: 0)
  }

  override func release() { input = nil }
}

private final class TensorPowBackward: BinaryNode {
  private var saved: (base: SavedTensor, exponent: SavedTensor, result: SavedTensor)?

  init(_ base: Tensor, _ exponent: Tensor, _ result: Tensor) {
    saved = (SavedTensor(base), SavedTensor(exponent), SavedTensor(result))
    super.init(base, exponent)
  }

  override var name: String { "PowBackward1" }

  override func backward(_ gradient: Tensor) {
    guard let saved else { return }
    let base = saved.base.unpacked(for: self)
    let exponent = saved.exponent.unpacked(for: self)
    if needs(0) {
      let slope = exponent * base.pow(exponent - 1)
      reduceAndSend(gradient * slope.maskedFill(exponent .== 0, 0), to: 0)
    }
    if needs(1) {
      let slope = saved.result.unpacked(for: self) * base.log()
      reduceAndSend(gradient * slope.maskedFill((base .== 0) * (exponent .>= 0), 0), to: 1)
    }
  }

  override func release() { saved = nil }
}
