import Tensors
import Testing

/// Types of results against PyTorch's: see Golden/promotion.py.
struct PromotionTests {
  /// Sums, differences, products, quotients, comparisons and choices of each pair of types, with
  /// and without axes, and of each type and a number; where PyTorch refuses a pair, so do we (see
  /// the messages in MisuseTests).
  @Test func operatorsPromoteAsPyTorch() throws {
    let lines = try goldenText("promotion.txt").split(separator: "\n").dropFirst()
    #expect(lines.count == 180)
    for line in lines {
      let fields = line.split(separator: " ").map(String.init)
      let left = operand(fields[0])
      for (operation, expected) in zip(operations(left, fields[1]), fields[2...])
      where expected != "-" {
        #expect(operation().dtype.description == "torch.\(expected)", "\(line)")
      }
    }
  }

  /// In the order of the columns, with the forms in place last.
  private func operations(_ x: Tensor, _ right: String) -> [() -> Tensor] {
    switch right {
    case "True": operations(x, true)
    case "1": operations(x, 1)
    case "1.0": operations(x, 1.0)
    default: operations(x, operand(right))
    }
  }

  private func operations(_ x: Tensor, _ y: Tensor) -> [() -> Tensor] {
    [
      { x + y }, { x - y }, { x * y }, { x / y }, { x .== y }, { choose(mask, x, y) },
      { x.clone().addInPlace(y) }, { x.clone().divideInPlace(y) },
    ]
  }

  private func operations<S: TensorScalar>(_ x: Tensor, _ y: S) -> [() -> Tensor] {
    [
      { x + y }, { x - y }, { x * y }, { x / y }, { x .== y }, { choose(mask, x, y) },
      { x.clone().addInPlace(y) }, { x.clone().divideInPlace(y) },
    ]
  }

  private let mask = Tensor([true, false])

  /// Ones of a type such as `float320`, whose last digit is the number of axes.
  private func operand(_ name: String) -> Tensor {
    let dtype = DType.allCases.first { "\($0)" == "torch.\(name.dropLast())" }
    return Tensor.ones(name.hasSuffix("1") ? [2] : [], dtype: dtype ?? .bool)
  }
}
