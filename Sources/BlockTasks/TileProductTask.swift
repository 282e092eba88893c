/// A matrix product at one position: each row of the result is a sum of rows of the source.
public struct TileProductTask {
  /// For each four rows of the result and each row of the source, four weights.
  public var weight: UnsafePointer<Float>
  /// The source.
  public var x: UnsafePointer<Float>
  /// The result: room for a multiple of four rows.
  public var y: UnsafeMutablePointer<Float>
  /// Rows of the source.
  public var inputs = 0
  /// Rows of the result.
  public var outputs = 0
  /// Numbers of a row that are computed with, a multiple of sixteen.
  public var count = 0
  /// Numbers from one row to the next.
  public var rowStep = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    weight: UnsafePointer<Float>, x: UnsafePointer<Float>, y: UnsafeMutablePointer<Float>
  ) {
    self.weight = weight
    self.x = x
    self.y = y
  }
}

/// A matrix product at one position: to each element, that of a row of gradients and a row of
/// inputs is added.
public struct TileOuterProductTask {
  /// The gradients.
  public var gradient: UnsafePointer<Float>
  /// The inputs.
  public var x: UnsafePointer<Float>
  /// The sums, `[outputs, inputs]`.
  public var sums: UnsafeMutablePointer<Float>
  /// Room for ``roomCount`` numbers.
  public var room: UnsafeMutablePointer<Float>
  /// Rows of inputs.
  public var inputs = 0
  /// Rows of gradients.
  public var outputs = 0
  /// Numbers of a row that are computed with, a multiple of sixteen.
  public var count = 0
  /// Numbers from one row to the next.
  public var rowStep = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    gradient: UnsafePointer<Float>, x: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    room: UnsafeMutablePointer<Float>
  ) {
    self.gradient = gradient
    self.x = x
    self.sums = sums
    self.room = room
  }

  /// As many numbers as the registers that sums are kept in may hold.
  public static let roomCount = 32 * 16
}
