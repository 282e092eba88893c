internal import Tensors

/// One row of a summary: a call of a module, or a container that was never called itself.
///
/// After `LayerInfo` of torchinfo 1.8.0.
final class LayerRecord {
  let module: Module
  let name: String
  let depth: Int
  let parent: LayerRecord?
  let isLeaf: Bool
  /// Its number among the rows of its depth, counted from 1.
  var depthIndex = 0
  /// Whether a row before it is of the same module.
  var isRecursive = false
  var inputShape: [Int] = []
  var outputShape: [Int] = []
  var outputBytes = 0
  private(set) var parameterCount = 0
  private(set) var trainableCount = 0
  private(set) var parameterBytes = 0
  /// Multiplications with additions of the call.
  private(set) var multAdds = 0
  /// The rows within it.
  var inner: ArraySlice<LayerRecord> = []

  init(_ module: Module, name: String, depth: Int, parent: LayerRecord?) {
    self.module = module
    self.name = name
    self.depth = depth
    self.parent = parent
    isLeaf = module.namedChildren().isEmpty
  }

  func countParameters() {
    for parameter in module.parameters() {
      parameterCount += parameter.count
      parameterBytes += parameter.count * parameter.dtype.byteCount
      if parameter.requiresGrad { trainableCount += parameter.count }
    }
  }

  func finish(_ output: Tensor) {
    outputShape = output.shape
    outputBytes = output.count * output.dtype.byteCount
    countMultAdds()
  }

  /// torchinfo's rule: of convolutions each parameter is used at every place, of others once for
  /// each sample.
  private func countMultAdds() {
    let isConvolution = module.typeName.contains("Conv")
    let samples = outputShape.first ?? 1
    for (name, parameter) in module.namedParameters() {
      if name == "weight" || name == "bias" {
        let places = isConvolution ? outputShape.dropFirst(2).reduce(1, *) : 1
        multAdds += parameter.count * samples * places
      } else if name.contains("weight") || name.contains("bias") {
        multAdds += parameter.count * outputShape.prefix(2).reduce(1, *)
      }
    }
  }

  /// Parameters that belong to no row within this one.
  var leftover: Int {
    inner.reduce(parameterCount) { rest, layer in
      layer.isRecursive ? rest : rest - (layer.isLeaf ? layer.parameterCount : layer.leftover)
    }
  }

  /// The learned ones of those.
  var trainableLeftover: Int {
    inner.reduce(trainableCount) { rest, layer in
      layer.isRecursive
        ? rest : rest - (layer.isLeaf ? layer.trainableCount : layer.trainableLeftover)
    }
  }

  /// The class with its place, such as `Conv2d: 2-1`.
  func title(showsName: Bool) -> String {
    let name = showsName ? " (\(name))" : ""
    return module.typeName + name + (depth > 0 ? ": \(depth)-\(depthIndex)" : "")
  }
}
