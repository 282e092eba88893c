import Tensors

extension Operation {
  private static let n = OperationInputs.shared.n

  static let binary: [Operation] = [
    Operation("add") { a, b, _ in a + b },
    Operation("addScalar") { a, _, _ in a + 2 },
    Operation("subtract") { a, b, _ in b - a },
    Operation("subtractScalar") { a, _, _ in 2 - a },
    Operation("multiply") { a, b, _ in a * b },
    Operation("divide") { _, b, p in b / p },
    Operation("divideScalar") { _, _, p in 3 / p },
    Operation("divideWhole") { _, _, _ in n / 4 },
    Operation("negative") { a, _, _ in -a },
    Operation("pow2") { a, _, _ in a.pow(2) },
    Operation("pow3") { a, _, _ in a.pow(3) },
    Operation("powHalf") { _, _, p in p.pow(0.5) },
    Operation("powNegative") { _, _, p in p.pow(-1.5) },
    Operation("powTensor") { _, b, p in p.pow(b) },
    Operation("powWhole") { _, _, _ in n.pow(3) },
    Operation("remainder") { a, _, _ in a.remainder(0.7) },
    Operation("remainderTensor") { a, _, p in a.remainder(p) },
    Operation("remainderWhole") { _, _, _ in n.remainder(4) },
    Operation("floorDivide") { a, _, _ in a.detach().floorDivide(0.7) },
    Operation("floorDivideWhole") { _, _, _ in n.floorDivide(-4) },
    Operation("floorDivideTensor") { _, _, _ in n.floorDivide(n.abs() + 1) },
    Operation("maximum") { a, b, _ in maximum(a, b) },
    Operation("minimum") { a, b, _ in minimum(a, b) },
    Operation("where") { a, b, _ in choose(a .> b, a, b) },
    Operation("whereScalar") { a, _, _ in a.where(a .> 0, 0.5) },
    Operation("whereScalars") { a, _, _ in choose(a .> 0, 1.0, -1.0) },
    Operation("clamp") { a, _, _ in a.clamp(min: -0.5, max: 0.7) },
    Operation("clampMin") { a, _, _ in a.clamp(min: 0.1) },
    Operation("clampTensors") { a, _, p in a.clamp(min: -p, max: p) },
    Operation("clampWhole") { _, _, _ in n.clamp(min: -3, max: 4) },
    Operation("maskedFill") { a, _, _ in a.maskedFill(a .> 0, 2) },
    Operation("maskedFillTensor") { a, b, _ in a.maskedFill(a .> 0, b[0, 0]) },
    Operation("equal") { _, _, _ in n .== 3 },
    Operation("less") { a, b, _ in a .< b },
    Operation("greaterOrEqual") { a, _, _ in a .>= 0 },
    Operation("and") { a, b, _ in (a .> 0) .& (b .> 0) },
    Operation("or") { a, b, _ in (a .> 0) .| (b .> 0) },
    Operation("xor") { a, b, _ in (a .> 0) .^ (b .> 0) },
    Operation("not") { a, _, _ in .!(a .> 0) },
    Operation("andBits") { _, _, _ in n .& Tensor(5) },
    Operation("orBits") { _, _, _ in n .| Tensor(5) },
    Operation("xorBits") { _, _, _ in n .^ Tensor(5) },
    Operation("notBits") { _, _, _ in .!n },
    Operation("logicalAnd") { _, _, _ in n.logicalAnd(n.flip(0)) },
    Operation("logicalOr") { _, _, _ in n.logicalOr(n.flip(0)) },
    Operation("logicalXor") { _, _, _ in n.logicalXor(n.flip(0)) },
    Operation("logicalNot") { _, _, _ in n.logicalNot() },
    Operation("isclose") { a, b, _ in a.isclose(a + b * 1e-5, rtol: 1e-5, atol: 1e-6) },
  ]

  static let functions: [Operation] = ofAny + ofPositive + ofWhole + ofOdd

  private static let ofAny: [Operation] = [
    Operation("exp") { a, _, _ in a.exp() },
    Operation("expm1") { a, _, _ in a.expm1() },
    Operation("abs") { a, _, _ in a.abs() },
    Operation("sign") { a, _, _ in a.sign() },
    Operation("relu") { a, _, _ in a.relu() },
    Operation("sigmoid") { a, _, _ in a.sigmoid() },
    Operation("tanh") { a, _, _ in a.tanh() },
    Operation("sin") { a, _, _ in a.sin() },
    Operation("cos") { a, _, _ in a.cos() },
    Operation("tan") { a, _, _ in a.tan() },
    Operation("erf") { a, _, _ in a.erf() },
    Operation("floor") { a, _, _ in a.floor() },
    Operation("ceil") { a, _, _ in a.ceil() },
    Operation("round") { a, _, _ in a.round() },
    Operation("trunc") { a, _, _ in a.trunc() },
    Operation("atan") { a, _, _ in a.atan() },
    Operation("sinh") { a, _, _ in a.sinh() },
    Operation("cosh") { a, _, _ in a.cosh() },
    Operation("square") { a, _, _ in a.square() },
  ]

  private static let ofPositive: [Operation] = [
    Operation("log") { _, _, p in p.log() },
    Operation("log1p") { _, _, p in p.log1p() },
    Operation("log2") { _, _, p in p.log2() },
    Operation("log10") { _, _, p in p.log10() },
    Operation("sqrt") { _, _, p in p.sqrt() },
    Operation("rsqrt") { _, _, p in p.rsqrt() },
    Operation("reciprocal") { _, _, p in p.reciprocal() },
    Operation("asin") { _, _, p in p.asin() },
    Operation("acos") { _, _, p in p.acos() },
  ]

  private static let ofWhole: [Operation] = [
    Operation("absWhole") { _, _, _ in n.abs() },
    Operation("signWhole") { _, _, _ in n.sign() },
    Operation("reluWhole") { _, _, _ in n.relu() },
    Operation("expWhole") { _, _, _ in n.exp() },
    Operation("sqrtWhole") { _, _, _ in n.abs().sqrt() },
    Operation("negWhole") { _, _, _ in -n },
  ]

  private static let odd = Tensor([Double.nan, .infinity, -.infinity, 1])

  private static let ofOdd: [Operation] = [
    Operation("isnanOdd") { _, _, _ in odd.isnan() },
    Operation("isinfOdd") { _, _, _ in odd.isinf() },
    Operation("isfiniteOdd") { _, _, _ in odd.isfinite() },
    Operation("reluOdd") { _, _, _ in odd.relu() },
    Operation("signOdd") { _, _, _ in odd.sign() },
  ]
}
