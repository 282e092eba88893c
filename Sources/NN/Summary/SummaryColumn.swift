/// A column of a ``ModelSummary``; the raw values are torchinfo's names.
public enum SummaryColumn: String, Sendable, CaseIterable {
  /// The shape of the layer's input.
  case inputSize = "input_size"
  /// The shape of its output.
  case outputSize = "output_size"
  /// Number of its parameters: in parentheses when they are frozen.
  case numParams = "num_params"
  /// Their share of all.
  case paramsPercent = "params_percent"
  /// The size of its kernels.
  case kernelSize = "kernel_size"
  /// Multiplications with additions of one call.
  case multAdds = "mult_adds"
  /// Whether its parameters are learned.
  case trainable
}

extension SummaryColumn {
  /// What stands above the column.
  var title: String {
    switch self {
    case .inputSize: "Input Shape"
    case .outputSize: "Output Shape"
    case .numParams: "Param #"
    case .paramsPercent: "Param %"
    case .kernelSize: "Kernel Shape"
    case .multAdds: "Mult-Adds"
    case .trainable: "Trainable"
    }
  }
}
