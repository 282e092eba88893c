/// Some 3×3 weights that follow each other and are transformed.
public struct TileWeightTask {
  /// The first of them.
  public var weight: UnsafePointer<Float>
  /// Where the first goes at the first position: room for a multiple of four numbers.
  public var transformed: UnsafeMutablePointer<Float>
  /// Numbers from one position to the next.
  public var positionStep = 0
  /// Number of weights of 3×3.
  public var count = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(weight: UnsafePointer<Float>, transformed: UnsafeMutablePointer<Float>) {
    self.weight = weight
    self.transformed = transformed
  }
}

/// The gradients of transformed weights, for some weights that follow each other.
public struct TileWeightGradientTask {
  /// That of the first weight at the first position.
  public var sums: UnsafePointer<Float>
  /// The gradient of the first 3×3 weights.
  public var weightGradient: UnsafeMutablePointer<Float>
  /// Numbers from one position to the next.
  public var positionStep = 0
  /// Number of weights of 3×3; up to three more are read at each position.
  public var count = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(sums: UnsafePointer<Float>, weightGradient: UnsafeMutablePointer<Float>) {
    self.sums = sums
    self.weightGradient = weightGradient
  }
}
