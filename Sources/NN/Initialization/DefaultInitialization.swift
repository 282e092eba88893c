internal import Glibc
internal import Tensors

/// PyTorch's initial values of `Linear` and `Conv2d`.
///
/// The weight is drawn with `kaiming_uniform_(a=√5)` and the bias from U(±1/√fanIn). Both bounds
/// are 1/√fanIn in exact arithmetic; the weight's is computed in PyTorch's steps
/// (`torch/nn/init.py`), because its last bit decides that of every weight.
enum DefaultInitialization {
  static func weight(_ shape: [Int], fanIn: Int) -> Parameter {
    let slope = 5.0.squareRoot()
    let gain = (2 / (1 + pow(slope, 2))).squareRoot()
    let deviation = gain / Double(fanIn).squareRoot()
    return uniform(shape, bound: 3.0.squareRoot() * deviation)
  }

  static func bias(_ count: Int, fanIn: Int) -> Parameter {
    uniform([count], bound: fanIn > 0 ? 1 / Double(fanIn).squareRoot() : 0)
  }

  private static func uniform(_ shape: [Int], bound: Double) -> Parameter {
    let values = Tensor.empty(shape)
    values.fillUniform(-bound, bound)
    return Parameter(values)
  }
}
