/// The loops over blocks of sixteen images, as one processor family does them.
///
/// The same sources are compiled once for each family (`BlockKernelsBase` holds them, the others
/// link to them), so a kernel is written once, in plain Swift. This module holds only stored
/// properties: nothing here is code that a family's module could copy with its own instructions.
///
/// Elements of a plane are vectors of sixteen numbers, one of each image of the block. `count` and
/// places are in such vectors, `lanes` is the number of images that the block really has; what the
/// other lanes hold never reaches an image.
public struct BlockKernels: Sendable {
  /// Elements that are read.
  public typealias Source = UnsafePointer<Float>
  /// Elements that are written.
  public typealias Target = UnsafeMutablePointer<Float>

  /// `y = x ⋆ w + bias` for some output channels of one block.
  public let convolve: @Sendable (ConvolutionTask) -> Void
  /// The same for one output channel and windows of three or five neighbouring columns.
  public let convolveRows: @Sendable (ConvolutionTask) -> Void
  /// The same for sixteen output channels of one image, whose numbers lie side by side: the input is
  /// the plain image with its padding, and so are `xSteps`; each weight and the bias are sixteen.
  public let convolveChannels: @Sendable (ConvolutionTask) -> Void
  /// Adds to the gradient of the weight what one block has part in it.
  public let addWeightGradient: @Sendable (WeightGradientTask) -> Void
  /// The same for one output channel, from the gradients of maxima over two by two of its places;
  /// for kernels of three or five rows without dilation.
  public let addPooledWeightGradient: @Sendable (WeightGradientTask, PoolingTask) -> Void
  /// The maxima of a plane's windows, and which tap of its window each is.
  public let maxPool: @Sendable (PoolingTask) -> Void
  /// The same for a plane that is normalised, rectified and dropped from on its way.
  public let maxPoolNormalized: @Sendable (PoolingTask, PoolingTerms) -> Void
  /// Brings gradients of maxima back to where the maxima were.
  public let maxPoolBackward: @Sendable (PoolingTask) -> Void

  /// A product of matrices.
  public let multiply: @Sendable (ProductTask) -> Void
  /// The same for few rows, where the factors of a sum lie side by side in both matrices.
  public let multiplyRows: @Sendable (ProductTask) -> Void
  /// A step of gradient descent.
  public let momentumStep: @Sendable (MomentumTask) -> Void
  /// A step of Adam.
  public let adaptiveStep: @Sendable (AdaptiveTask) -> Void

  /// `y = scale · x + shift`, with a scale and a shift for each of the sixteen lanes.
  public let scaleShift:
    @Sendable (_ x: Source, _ scale: Source, _ shift: Source, _ y: Target, _ count: Int) -> Void
  /// `y = max(0, x)`.
  public let rectify: @Sendable (_ x: Source, _ y: Target, _ count: Int) -> Void
  /// `y = x` where the value is positive, else 0.
  public let gate: @Sendable (_ x: Source, _ value: Source, _ y: Target, _ count: Int) -> Void
  /// `y = 0` with the probability `threshold` / 2³², else `scale · x`.
  public let drop:
    @Sendable (
      _ x: Source, _ key: UInt32, _ threshold: UInt32, _ scale: Float, _ y: Target, _ count: Int
    ) -> Void
  /// `y = factor · (x − shift − (value − center) · slope)`: the gradient through a normalisation.
  public let normalizeGradient:
    @Sendable (
      _ x: Source, _ value: Source, _ terms: NormalizationTerms, _ y: Target, _ count: Int
    ) -> Void

  /// The sum over a plane.
  public let sum: @Sendable (_ x: Source, _ count: Int, _ lanes: Int) -> Double
  /// The sum of `(x − center)²` over a plane.
  public let sumOfSquares:
    @Sendable (_ x: Source, _ center: Float, _ count: Int, _ lanes: Int) -> Double
  /// The sums of `x` and of `x · (value − center)` over a plane.
  public let sumWithProduct:
    @Sendable (_ x: Source, _ value: Source, _ center: Float, _ count: Int, _ lanes: Int) ->
      (sum: Double, product: Double)
  /// The same of those `x` whose gate is positive.
  public let sumGated:
    @Sendable (
      _ x: Source, _ gate: Source, _ value: Source, _ center: Float, _ count: Int, _ lanes: Int
    ) -> (sum: Double, product: Double)

  /// ``normalizeGradient`` of gradients brought back through a pooling, whose `large` holds the
  /// values; false where windows overlap or leave gaps.
  public let normalizePooledGradient:
    @Sendable (_ task: PoolingTask, _ terms: NormalizationTerms, _ y: Target) -> Bool

  /// Takes a plane from images that lie one after the other.
  public let pack:
    @Sendable (_ images: Source, _ imageStep: Int, _ y: Target, _ count: Int, _ lanes: Int) -> Void
  /// Puts a plane back into images that lie one after the other.
  public let unpack:
    @Sendable (_ x: Source, _ images: Target, _ imageStep: Int, _ count: Int, _ lanes: Int) -> Void

  /// Multiplies and adds as fast as the processor can, and returns how many operations that was.
  public let multiplyAdds: @Sendable (_ rounds: Int) -> Int

  /// Convolution with fewer products.
  public let winograd: WinogradKernels

  /// Gathers the loops.
  public init(
    convolve: @escaping @Sendable (ConvolutionTask) -> Void,
    convolveRows: @escaping @Sendable (ConvolutionTask) -> Void,
    convolveChannels: @escaping @Sendable (ConvolutionTask) -> Void,
    addWeightGradient: @escaping @Sendable (WeightGradientTask) -> Void,
    addPooledWeightGradient: @escaping @Sendable (WeightGradientTask, PoolingTask) -> Void,
    maxPool: @escaping @Sendable (PoolingTask) -> Void,
    maxPoolNormalized: @escaping @Sendable (PoolingTask, PoolingTerms) -> Void,
    maxPoolBackward: @escaping @Sendable (PoolingTask) -> Void,
    multiply: @escaping @Sendable (ProductTask) -> Void,
    multiplyRows: @escaping @Sendable (ProductTask) -> Void,
    momentumStep: @escaping @Sendable (MomentumTask) -> Void,
    adaptiveStep: @escaping @Sendable (AdaptiveTask) -> Void,
    scaleShift: @escaping @Sendable (Source, Source, Source, Target, Int) -> Void,
    rectify: @escaping @Sendable (Source, Target, Int) -> Void,
    gate: @escaping @Sendable (Source, Source, Target, Int) -> Void,
    drop: @escaping @Sendable (Source, UInt32, UInt32, Float, Target, Int) -> Void,
    normalizeGradient:
      @escaping @Sendable (Source, Source, NormalizationTerms, Target, Int) -> Void,
    sum: @escaping @Sendable (Source, Int, Int) -> Double,
    sumOfSquares: @escaping @Sendable (Source, Float, Int, Int) -> Double,
    sumWithProduct:
      @escaping @Sendable (Source, Source, Float, Int, Int) -> (sum: Double, product: Double),
    sumGated:
      @escaping @Sendable (Source, Source, Source, Float, Int, Int) -> (
        sum: Double, product: Double
      ),
    normalizePooledGradient: @escaping @Sendable (PoolingTask, NormalizationTerms, Target) -> Bool,
    pack: @escaping @Sendable (Source, Int, Target, Int, Int) -> Void,
    unpack: @escaping @Sendable (Source, Target, Int, Int, Int) -> Void,
    multiplyAdds: @escaping @Sendable (Int) -> Int, winograd: WinogradKernels
  ) {
    self.convolve = convolve
    self.convolveRows = convolveRows
    self.convolveChannels = convolveChannels
    self.addWeightGradient = addWeightGradient
    self.addPooledWeightGradient = addPooledWeightGradient
    self.maxPool = maxPool
    self.maxPoolNormalized = maxPoolNormalized
    self.maxPoolBackward = maxPoolBackward
    self.multiply = multiply
    self.multiplyRows = multiplyRows
    self.momentumStep = momentumStep
    self.adaptiveStep = adaptiveStep
    self.scaleShift = scaleShift
    self.rectify = rectify
    self.gate = gate
    self.drop = drop
    self.normalizeGradient = normalizeGradient
    self.sum = sum
    self.sumOfSquares = sumOfSquares
    self.sumWithProduct = sumWithProduct
    self.sumGated = sumGated
    self.normalizePooledGradient = normalizePooledGradient
    self.pack = pack
    self.unpack = unpack
    self.multiplyAdds = multiplyAdds
    self.winograd = winograd
  }
}
