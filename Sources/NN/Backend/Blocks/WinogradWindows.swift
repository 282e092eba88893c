internal import BlockTasks
internal import Kernels
internal import Tensors

/// A size of windows that can be convolved by Winograd's way, as one or more windows of 3×3.
protocol WinogradWindows {
  /// The weight as it is multiplied with.
  associatedtype Weight: TileWeight
  /// The gradient of that weight, while it is summed.
  associatedtype WeightSums: TileWeightSums

  /// Rows and columns of a window.
  static var kernel: Int { get }
  /// How many windows of 3×3 it is made of.
  static var parts: Int { get }
  /// How many products at all its positions the transformation of a tile takes as long as.
  static var transformations: (input: Int, output: Int) { get }
  /// Bytes that the matrices of a band may take.
  static var bandSize: Int { get }

  /// Products of all tiles of a grid, for one input and one output channel.
  static func products(_ grid: TileGrid) -> Int

  static func transformInput(_ task: TileTask)
  static func transformInputGradient(_ task: TileTask)
}

/// The weight of a Winograd convolution as a matrix for each position.
protocol TileWeight {
  /// Transforms a weight.
  init(_ weight: StridedView, _ shape: ConvolutionShape)

  /// The products with inputs at one position.
  func multiply(_ source: TileMatrices, into result: TileMatrices, at position: Int)

  /// The products of the transposed matrix with gradients at one position.
  func multiplyTransposed(_ source: TileMatrices, into result: TileMatrices, at position: Int)
}

/// The gradient of a transformed weight, in which threads sum apart from each other.
protocol TileWeightSums {
  init(parts: Int, _ shape: ConvolutionShape, into result: StridedView)

  /// Adds the products of gradients and inputs at one position, to nothing if they are a part's
  /// first.
  func add(
    _ gradients: TileMatrices, _ inputs: TileMatrices, at position: Int, part: Int, isFirst: Bool)

  /// Adds the parts in order, and writes the gradient of the weight.
  func finish()
}

/// Windows of 3×3.
enum SmallWindows: WinogradWindows {
  typealias Weight = TransformedWeight
  typealias WeightSums = TransformedWeightSums

  static let kernel = 3
  static let parts = 1
  static let transformations = (input: 4, output: 4)
  static let bandSize = 1 << 22

  static func products(_ grid: TileGrid) -> Int { grid.positions }
  static func transformInput(_ task: TileTask) { fast.winograd.transformInput(task) }
  static func transformInputGradient(_ task: TileTask) {
    fast.winograd.transformInputGradient(task)
  }
}

/// Windows of 5×5, as four of 3×3: see ``WindowPart``.
///
/// Each part sees the input from another place, as if it were an input of its own: there are four
/// times as many input channels, channel after channel of part after part.
enum WideWindows: WinogradWindows {
  typealias Weight = WideTileWeight
  typealias WeightSums = WideTileWeightSums

  static let kernel = 5
  static let parts = WindowPart.count
  static let transformations = (input: 28, output: 4)
  static let bandSize = 1 << 20

  static func products(_ grid: TileGrid) -> Int { WindowPart.products(grid) }
  static func transformInput(_ task: TileTask) { fast.winograd.transformWideInput(task) }
  static func transformInputGradient(_ task: TileTask) {
    fast.winograd.transformWideInputGradient(task)
  }
}
