internal import BlockTasks
internal import Kernels
internal import Tensors

/// The weight of a Winograd convolution as sixteen matrices.
struct TransformedWeight {
  /// Rows of the result and of the source of a product.
  private let size: (outputs: Int, inputs: Int)
  private let memory: Storage
  private let first: UnsafeMutablePointer<Float>
  private let positionStep: Int

  /// Transforms a weight for products with inputs, or transposed for products with gradients of
  /// outputs.
  init(_ weight: StridedView, _ shape: ConvolutionShape, transposed: Bool) {
    size =
      transposed
      ? (shape.inChannels, shape.outChannels) : (shape.outChannels, shape.inChannels)
    let groups = (size.outputs + 3) / 4
    positionStep = groups * size.inputs * 4
    memory = Storage(byteCount: 16 * positionStep * 4, device: .cpu)
    first = memory.base.assumingMemoryBound(to: Float.self)
    let weights = weight.pointer(Float.self)
    let steps = transposed ? (row: 9, input: shape.taps) : (row: shape.taps, input: 9)
    let (size, target, step) = (size, first, positionStep)
    parallelFor(count: groups, grain: max(1, 256 / size.inputs)) { range in
      for group in range {
        var task = TileWeightTask(
          weight: weights + group * 4 * steps.row, transformed: target + group * size.inputs * 4)
        task.positionStep = step
        task.size = (min(4, size.outputs - group * 4), size.inputs)
        task.steps = steps
        fast.winograd.transformWeight(task)
      }
    }
  }

  /// The product at one position.
  func multiply(_ source: TileMatrices, into result: TileMatrices, at position: Int) {
    var task = TileProductTask(
      weight: first + position * positionStep, x: source[position], y: result[position])
    (task.inputs, task.outputs) = (size.inputs, size.outputs)
    (task.count, task.rowStep) = (source.count(at: position), source.layout.rowStep)
    fast.winograd.multiply(task)
  }
}

/// The gradient of a transformed weight, in which threads sum apart from each other.
struct TransformedWeightSums {
  private let parts: Int
  private let size: (outputs: Int, inputs: Int)
  private let result: StridedView
  private let memory: Storage
  private let first: UnsafeMutablePointer<Float>
  private let positionStep: Int

  init(parts: Int, _ shape: ConvolutionShape, into result: StridedView) {
    self.parts = parts
    self.result = result
    size = (shape.outChannels, shape.inChannels)
    positionStep = (size.outputs * size.inputs + 18) / 16 * 16
    memory = Storage(byteCount: parts * 16 * positionStep * 4, device: .cpu)
    first = memory.base.assumingMemoryBound(to: Float.self)
  }

  /// Begins a part's sums.
  func clear(_ part: Int) {
    (first + part * 16 * positionStep).update(repeating: 0, count: 16 * positionStep)
  }

  /// Adds the products of gradients and inputs at one position.
  func add(_ gradients: TileMatrices, _ inputs: TileMatrices, at position: Int, part: Int) {
    withTile(places: TileOuterProductTask.roomCount / BlockShape.lanes) { room in
      var task = TileOuterProductTask(
        gradient: gradients[position], x: inputs[position],
        sums: first + (part * 16 + position) * positionStep, room: room)
      (task.inputs, task.outputs) = (size.inputs, size.outputs)
      (task.count, task.rowStep) = (inputs.count(at: position), inputs.layout.rowStep)
      fast.winograd.addOuterProduct(task)
    }
  }

  /// Adds the parts in order, and writes the gradient of the weight.
  func finish() {
    let target = result.pointer(Float.self)
    parallelFor(count: size.outputs * size.inputs, grain: 1024) { range in
      var task = TileWeightGradientTask(
        sums: first + range.lowerBound, weightGradient: target + 9 * range.lowerBound)
      task.parts = parts
      task.steps = (16 * positionStep, positionStep)
      task.count = range.count
      fast.winograd.transformWeightGradient(task)
    }
  }
}
