import NN
import Tensors
import Testing

/// What PyTorch computed for a case of `Golden/functions.py`.
private struct TorchFunction: Decodable {
  var shape: [Int]
  var output: [Double]
  var node: String
  var gradients: [[Double]]
}

/// PyTorch's name of the node where ours differs, with the reason.
private let otherNodes = [
  // PyTorch adds a batch axis and takes it away again.
  "conv2d one image": "SqueezeBackward1",
  // PyTorch has another node where its C++ code divides by a number.
  "crossEntropy probabilities": "DivBackward1",
  // PyTorch assigns the parts of a new tensor.
  "pad circular": "torch::autograd::CopySlices",
]

/// The functions of `F` against PyTorch.
@Suite struct FunctionTests {
  /// Output, gradients and the name of the node are PyTorch's: in float64 to 1e-8 (the file holds
  /// ten digits), in float32 to 1e-5.
  @Test(arguments: [DType.float64, .float32])
  func torchNumbers(dtype: DType) throws {
    let fixtures = try Fixture.entries("functions.json", of: TorchFunction.self)
    #expect(Set(fixtures.keys) == Set(functionCases.map(\.name)))
    let tolerance = dtype == .float64 ? 1e-8 : 1e-5
    for functionCase in functionCases {
      let name = functionCase.name
      let torch = try #require(fixtures[name])
      let inputs = functionCase.inputs(dtype)
      let output = functionCase.function(inputs)
      #expect(output.shape == torch.shape, "\(name)")
      #expect(agree(output.scalars, torch.output, within: tolerance), "\(name)")
      if otherNodes[name] != torch.node { #expect(output.gradFn == torch.node, "\(name)") }
      let weights = Tensor(
        scalars: numbers(output.count, seed: 99), shape: output.shape, dtype: dtype)
      (output * weights).sum().backward()
      for (index, input) in inputs.enumerated() {
        let gradient = try #require(input.grad, "\(name)")
        #expect(
          agree(gradient.scalars, torch.gradients[index], within: tolerance),
          "gradient \(index) of \(name)")
      }
    }
  }

  /// The gradients of every function are the slopes of its values.
  ///
  /// Left out are those that drop gradients on purpose.
  @Test(
    arguments: functionCases.filter {
      !["embedding padding", "embedding by frequency"].contains($0.name)
    })
  func finiteDifferences(functionCase: FunctionCase) {
    expectGradients(of: functionCase.inputs(.float64), functionCase.function)
  }
}

extension FunctionCase: CustomTestStringConvertible {
  var testDescription: String { name }
}
