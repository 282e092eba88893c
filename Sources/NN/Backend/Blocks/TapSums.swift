internal import BlockTasks
internal import Kernels
internal import Tensors

/// What the taps of a convolution of one input channel see, summed over all places of all images.
///
/// An output is a combination of what its taps see, so sums over outputs, over their squares and
/// over their products with what a tap sees are combinations of these sums, which are the same for
/// all output channels.
struct TapSums {
  private let taps: Int
  /// Number of places in all images.
  private let count: Double
  /// For each tap the sum of what it sees, and then for each two taps that of the products.
  private var sums: [Double]

  /// Sums over the windows of each block, whose tasks have everything but gradients.
  init(_ shape: BlockShape, _ window: (_ block: Int) -> WeightGradientTask) {
    let kernel = window(0).kernel
    let (taps, columns) = (kernel.rows * kernel.columns, kernel.columns)
    let size = taps + taps * taps
    self.taps = taps
    count = Double(shape.batch * shape.places)
    sums = Array(repeating: 0, count: size)
    var blocks = [Float](repeating: 0, count: shape.blocks * size)
    blocks.withUnsafeMutableBufferPointer { blocks in
      nonisolated(unsafe) let first = blocks.baseAddress!
      parallelFor(count: shape.blocks, grain: 1) { range in
        withTile(places: shape.columns) { ones in
          ones.update(repeating: 1, count: shape.columns * BlockShape.lanes)
          for block in range {
            var task = window(block)
            (task.gradient, task.outputs) = (UnsafePointer(ones), 1)
            task.weightGradient = first + block * size
            fast.addWeightGradient(task)
            // What the taps of one row see stands for the gradients of as many channels.
            (task.gradientSteps, task.outputs) = ((task.xSteps.tap, task.xSteps.row), columns)
            for row in 0..<kernel.rows {
              task.gradient = task.x + row * task.xSteps.tapRow
              task.weightGradient = first + block * size + taps + row * columns * taps
              fast.addWeightGradient(task)
            }
          }
        }
      }
    }
    for (index, sum) in blocks.enumerated() { sums[index % size] += Double(sum) }
  }

  /// Mean and biased variance of the outputs for some weights.
  ///
  /// Nil where the variance is so small beside what it is a difference of that it would have less
  /// than five digits: the sums are rounded in the eighth.
  func moments(_ weights: ArraySlice<Float>, bias: Float) -> (mean: Double, variance: Double)? {
    let weights = weights.map(Double.init)
    var (mean, square, magnitude) = (0.0, 0.0, 0.0)
    for (tap, weight) in weights.enumerated() {
      mean += weight * sums[tap] / count
      for (other, factor) in weights.enumerated() {
        let product = weight * factor * sums[taps + tap * taps + other] / count
        square += product
        magnitude += abs(product)
      }
    }
    let variance = square - mean * mean
    return variance * 256 > magnitude ? (mean + Double(bias), variance) : nil
  }

  /// The sum of the products of what a tap sees and how far the outputs are from `center`.
  func product(_ weights: ArraySlice<Float>, bias: Float, center: Float, tap: Int) -> Double {
    let start = taps + tap * taps
    let products = zip(weights, sums[start..<start + taps])
    return products.reduce(Double(bias - center) * sums[tap]) { $0 + Double($1.0) * $1.1 }
  }

  /// The sum of what a tap sees.
  subscript(tap: Int) -> Double { sums[tap] }
}
