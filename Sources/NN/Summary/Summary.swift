public import Tensors

/// The layers of a model, the shapes between them and what they cost, in the text of torchinfo 1.8.0.
///
///     summary(Sequential(Conv2d(1, 6, 5), Flatten()), inputSize: [64, 1, 28, 28])
///     // ==========================================================================================
///     // Layer (type:depth-idx)                   Output Shape              Param #
///     // ==========================================================================================
///     // Sequential                               [64, 3456]                --
///     // ├─Conv2d: 1-1                            [64, 6, 24, 24]           156
///     // ├─Flatten: 1-2                           [64, 3456]                --
///     // ...
///
/// The model runs once in use (`eval()`), on random numbers, and then has its mode again; only calls
/// of the form `layer(x)` are seen.
///
/// - Parameters:
///   - model: What is described.
///   - inputSize: The shape of its input, with the batch axis.
///   - dtype: The type of its input, such as `.int64` for an `Embedding`.
///   - columns: What is told of each layer.
///   - depth: How deep layers within layers are shown.
///   - columnWidth: Width of each column.
///   - showsNames: Whether the names of the layers stand beside their types.
public func summary(
  _ model: Module, inputSize: [Int], dtype: DType = .float32,
  columns: [SummaryColumn] = [.outputSize, .numParams], depth: Int = 3, columnWidth: Int = 25,
  showsNames: Bool = false
) -> ModelSummary {
  if inputSize.isEmpty || inputSize.contains(where: { $0 <= 0 }) {
    misuse(
      "inputSize must have positive numbers, and is \(inputSize)", in: "summary",
      hint: "write the shape of a batch, such as [64, 1, 28, 28]")
  }
  let device = model.parameters().first?.device ?? .cpu
  let input = noGrad { Tensor.rand(inputSize).to(dtype).to(device) }
  return summary(
    model, inputData: input, columns: columns, depth: depth, columnWidth: columnWidth,
    showsNames: showsNames)
}

/// ``summary(_:inputSize:dtype:columns:depth:columnWidth:showsNames:)`` of a run on given data.
public func summary(
  _ model: Module, inputData: Tensor, columns: [SummaryColumn] = [.outputSize, .numParams],
  depth: Int = 3, columnWidth: Int = 25, showsNames: Bool = false
) -> ModelSummary {
  // Python counts 64 bytes for the object that holds the elements.
  let bytes = inputData.count * inputData.dtype.byteCount + 64
  return ModelSummary(
    LayerTracer.rows(of: model, inputData), inputBytes: bytes,
    SummaryLayout(
      columns: columns, depth: depth, columnWidth: columnWidth, showsNames: showsNames))
}
