/// What a model consists of, in the text of torchinfo 1.8.0: what ``summary(_:inputSize:dtype:columns:depth:columnWidth:showsNames:)``
/// returns.
public struct ModelSummary: CustomStringConvertible {
  /// Number of parameters.
  public let totalParams: Int
  /// Number of parameters that are learned.
  public let trainableParams: Int
  /// Multiplications with additions of one run.
  public let totalMultAdds: Int
  /// The whole table.
  public let description: String

  init(_ rows: [LayerRecord], inputBytes: Int, _ layout: SummaryLayout) {
    var (params, trainable, multAdds) = (0, 0, 0)
    var (paramBytes, outputBytes) = (0, 0)
    for row in rows {
      if row.isLeaf {
        multAdds += row.multAdds
        // Once for the pass forward, and once for the gradient.
        if row.parameterCount > 0 { outputBytes += row.outputBytes * 2 }
      }
      if row.isRecursive { continue }
      if row.isLeaf { paramBytes += row.parameterBytes }
      params += max(row.isLeaf ? row.parameterCount : row.leftover, 0)
      trainable += max(row.isLeaf ? row.trainableCount : row.trainableLeftover, 0)
    }
    totalParams = params
    trainableParams = trainable
    totalMultAdds = multAdds
    let (unit, divisor) =
      multAdds >= 1_000_000_000_000
      ? ("T", 1e12) : multAdds >= 1_000_000_000 ? ("G", 1e9) : ("M", 1e6)
    description = layout.table(
      rows, totalParams: params,
      sections: [
        [
          "Total params: \(grouped(params))", "Trainable params: \(grouped(trainable))",
          "Non-trainable params: \(grouped(params - trainable))",
          "Total mult-adds (\(unit)): \(grouped(Double(multAdds) / divisor))",
        ],
        [
          "Input size (MB): \(megabytes(inputBytes))",
          "Forward/backward pass size (MB): \(megabytes(outputBytes))",
          "Params size (MB): \(megabytes(paramBytes))",
          "Estimated Total Size (MB): \(megabytes(inputBytes + outputBytes + paramBytes))",
        ],
      ])
  }
}
