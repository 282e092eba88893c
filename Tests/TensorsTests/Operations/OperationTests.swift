import Tensors
import Testing

/// Every operation against PyTorch and against itself: see Golden/operations.py.
struct OperationTests {
  private static let golden: [String: [Substring]] = {
    let lines = ((try? goldenText("operations.txt")) ?? "").split(separator: "\n").dropFirst()
    let fields = lines.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
    return Dictionary(uniqueKeysWithValues: fields.map { (String($0[0]), $0) })
  }()

  /// Both sides know the same operations.
  @Test func nothingIsLeftOut() {
    #expect(Set(Operation.all.map(\.name)) == Set(Self.golden.keys))
    #expect(Operation.all.count == Self.golden.count)
  }

  /// Type, shape and numbers are PyTorch's, and so are the gradients.
  @Test(arguments: Operation.all) func equalsPyTorch(operation: Operation) throws {
    let fields = try #require(Self.golden[operation.name])
    let inputs = OperationInputs.shared
    let leaves = [inputs.a, inputs.b, inputs.p].map { input in
      let leaf = input.clone()
      leaf.requiresGrad = true
      return leaf
    }
    let result = operation.run(leaves[0], leaves[1], leaves[2])
    #expect("\(result.dtype)" == "torch.\(fields[1])")
    #expect(result.shape == fields[2].split(separator: ",").compactMap { Int($0) })
    expectClose(result.scalars, fields[3], "result")
    #expect(result.requiresGrad == (fields.count > 4))
    guard fields.count > 4 else { return }
    let weights = (Tensor.arange(result.count).to(result.dtype) * 0.37 + 0.5).view(result.shape)
    (result * weights).sum().backward()
    for (name, (leaf, expected)) in zip("abp", zip(leaves, fields[4...])) {
      // PyTorch leaves out some gradients that are zero.
      let gradient = leaf.grad?.scalars ?? []
      if expected.isEmpty {
        #expect(gradient.allSatisfy { $0 == 0 }, "gradient of \(name)")
      } else {
        expectClose(gradient, expected, "gradient of \(name)")
      }
    }
  }

  /// Gradients are the slopes of finite differences in double precision.
  @Test(
    arguments: Operation.all.filter {
      (golden[$0.name]?.count ?? 0) > 4 && !$0.name.hasSuffix("Ties")
    })
  func equalsFiniteDifferences(operation: Operation) {
    let inputs = OperationInputs.shared
    checkGradients([inputs.a, inputs.b, inputs.p], tolerance: 1e-5, usesAll: false) {
      operation.run($0[0], $0[1], $0[2])
    }
  }

  private func expectClose(_ values: [Double], _ text: Substring, _ what: String) {
    let expected = text.split(separator: " ").compactMap { Double($0) }
    #expect(values.count == expected.count)
    for (place, (value, wanted)) in zip(values, expected).enumerated() {
      let isClose =
        value == wanted || value.isNaN && wanted.isNaN
        || abs(value - wanted) <= 1e-5 * max(abs(wanted), 0.1)
      #expect(isClose, "\(what) at \(place): \(value), PyTorch \(wanted)")
    }
  }
}

extension Operation: CustomTestStringConvertible {
  var testDescription: String { name }
}
