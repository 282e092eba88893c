internal import Kernels
public import Tensors

extension F {
  /// Each sample brought to mean zero and variance one over its last axes, then scaled and shifted.
  ///
  ///     F.layerNorm(Tensor([[1.0, 2.0, 3.0]]), [3])  // tensor([[-1.2247,  0.0000,  1.2247]])
  ///
  /// - Parameters:
  ///   - input: A floating point tensor whose last axes are `normalizedShape`.
  ///   - normalizedShape: The sizes of the axes over which mean and variance are taken.
  ///   - weight: A factor for each place, of shape `normalizedShape`.
  ///   - bias: What is added to each place, of the same shape.
  ///   - eps: What is added to the variance, so that nothing is divided by zero.
  public static func layerNorm(
    _ input: Tensor, _ normalizedShape: [Int], weight: Tensor? = nil, bias: Tensor? = nil,
    eps: Double = 1e-5
  ) -> Tensor {
    let shape = layerNormShape(input, normalizedShape, weight, bias)
    let backend = input.device.networkBackend
    let x = input.detach().contiguous()
    let mean = Tensor.empty([shape.channels], dtype: x.dtype, device: x.device)
    let (inverse, output) = noGrad {
      let variance = Tensor.empty(like: mean)
      backend.channelStatistics(
        shape, input: x.elements, mean: mean.elements, variance: variance.elements)
      let inverse = 1 / (variance + eps).sqrt()
      return (inverse, affine(normalized(shape, x, mean, inverse), weight, bias))
    }
    let (wantsInput, hasWeight, hasBias) = (input.requiresGrad, weight != nil, bias != nil)
    return .differentiable(
      "NativeLayerNormBackward0", output, inputs: [input, weight, bias],
      saving: [x, mean, inverse] + (weight.map { [$0.detach()] } ?? [])
    ) { gradient, saved in
      let (x, mean, inverse) = (saved[0], saved[1], saved[2])
      let scaled = saved.count > 3 ? gradient * saved[3] : gradient
      let rows = Array(0..<x.ndim - normalizedShape.count)
      func summed(_ values: Tensor) -> Tensor { rows.isEmpty ? values : values.sum(dim: rows) }
      let result = wantsInput ? Tensor.empty(like: x) : nil
      backend.batchNormBackward(
        shape, outputGradient: plainElements(scaled),
        saved: BatchNormSaved(
          input: x.elements, mean: mean.elements, inverseDeviation: inverse.elements,
          weight: nil, usesBatchStatistics: true),
        into: BatchNormGradients(
          input: result?.elements, weight: Tensor.empty(like: mean).elements,
          bias: Tensor.empty(like: mean).elements))
      return [
        result, hasWeight ? summed(gradient * normalized(shape, x, mean, inverse)) : nil,
        hasBias ? summed(gradient) : nil,
      ]
    }
  }

  /// `(x - mean) / deviation` of each row.
  private static func normalized(
    _ shape: NormalizationShape, _ x: Tensor, _ mean: Tensor, _ inverse: Tensor
  ) -> Tensor {
    let output = Tensor.empty(like: x)
    x.device.networkBackend.channelScale(
      shape, input: x.elements, scale: inverse.elements, shift: (-mean * inverse).elements,
      into: output.elements)
    return output
  }

  private static func affine(_ x: Tensor, _ weight: Tensor?, _ bias: Tensor?) -> Tensor {
    let scaled = weight.map { x * $0 } ?? x
    return bias.map { scaled + $0 } ?? scaled
  }

  /// Each row of normalised places as a channel of one sample.
  private static func layerNormShape(
    _ input: Tensor, _ normalizedShape: [Int], _ weight: Tensor?, _ bias: Tensor?
  ) -> NormalizationShape {
    requireFloatingPoint(input, "input", in: "layerNorm")
    let count = normalizedShape.count
    guard count > 0, input.ndim >= count, input.shape.suffix(count) == normalizedShape[...] else {
      let axis = zip(input.shape.indices.reversed(), normalizedShape.reversed())
        .first { input.shape[$0.0] != $0.1 }?.0
      let argument = axis.map { Argument("input", input, at: $0) } ?? Argument("input", input)
      misuse(
        "the last axes of input must be \(normalizedShape)", in: "layerNorm", [argument],
        hint: "make the layer for the sizes of the last axes, such as LayerNorm(x.size(-1))")
    }
    for case (let name, let tensor?) in [("weight", weight), ("bias", bias)] {
      requireSameKind(tensor, name, input, "input", in: "layerNorm")
      if tensor.shape != normalizedShape {
        misuse(
          "\(name) must have the shape \(normalizedShape)", in: "layerNorm",
          [Argument("input", input), Argument(name, tensor)])
      }
    }
    let inner = normalizedShape.reduce(1, *)
    return NormalizationShape(batch: 1, channels: input.count / max(1, inner), inner: inner)
  }
}
