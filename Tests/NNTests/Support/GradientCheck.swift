import Tensors
import Testing

/// Compares the gradients of `function` with central differences in double precision.
///
/// The result is made one number with fixed uneven weights, so that no gradient is hidden by
/// another.
func expectGradients(
  of inputs: Tensor..., tolerance: Double = 1e-6,
  sourceLocation: SourceLocation = #_sourceLocation, _ function: ([Tensor]) -> Tensor
) {
  expectGradients(
    of: inputs, tolerance: tolerance, sourceLocation: sourceLocation, function)
}

/// The same for an array of inputs.
func expectGradients(
  of inputs: [Tensor], tolerance: Double = 1e-6,
  sourceLocation: SourceLocation = #_sourceLocation, _ function: ([Tensor]) -> Tensor
) {
  func value(_ inputs: [Tensor]) -> Tensor {
    let result = function(inputs)
    let weights = Tensor(
      scalars: numbers(result.count, seed: 99), shape: result.shape, dtype: .float64)
    return (result * weights).sum()
  }
  for input in inputs { input.grad = nil }
  value(inputs).backward()
  let step = 1e-5
  for (index, input) in inputs.enumerated() where input.requiresGrad {
    var expected: [Double] = []
    let scalars = input.scalars
    for place in scalars.indices {
      func shifted(_ by: Double) -> Double {
        var moved = scalars
        moved[place] += by
        var all = inputs
        all[index] = Tensor(scalars: moved, shape: input.shape, dtype: .float64)
        return noGrad { value(all).item() }
      }
      expected.append((shifted(step) - shifted(-step)) / (2 * step))
    }
    let difference = largestDifference(input.grad?.scalars ?? [], expected)
    #expect(
      difference < tolerance, "gradient of input \(index) is off by \(difference)",
      sourceLocation: sourceLocation)
  }
}
