/// Four rows of weights that are transformed: fewer are filled up with zeros.
public struct TileWeightTask {
  /// The 3×3 weights of the first row's first input.
  public var weight: UnsafePointer<Float>
  /// Where the transformed weights go: for each input four numbers.
  public var transformed: UnsafeMutablePointer<Float>
  /// Numbers from one position to the next.
  public var positionStep = 0
  /// Rows that there are, at most four, and inputs.
  public var size = (rows: 0, inputs: 0)
  /// Steps in the weight: to the next row and input.
  public var steps = (row: 0, input: 0)

  /// A task with its pointers; the sizes are set afterwards.
  public init(weight: UnsafePointer<Float>, transformed: UnsafeMutablePointer<Float>) {
    self.weight = weight
    self.transformed = transformed
  }
}

/// The sums of gradients of transformed weights, for some weights that follow each other.
public struct TileWeightGradientTask {
  /// The first part's sum of the first weight at the first position.
  public var sums: UnsafePointer<Float>
  /// The gradient of the first 3×3 weights.
  public var weightGradient: UnsafeMutablePointer<Float>
  /// Number of parts that are added up.
  public var parts = 0
  /// Steps in the sums: to the next part and position.
  public var steps = (part: 0, position: 0)
  /// Number of weights of 3×3; up to three more are read at each position.
  public var count = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(sums: UnsafePointer<Float>, weightGradient: UnsafeMutablePointer<Float>) {
    self.sums = sums
    self.weightGradient = weightGradient
  }
}
