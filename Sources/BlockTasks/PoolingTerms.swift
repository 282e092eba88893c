/// What is done to the numbers of a plane before their maxima are taken: a normalisation, a
/// rectification and a dropout.
public struct PoolingTerms {
  /// `max(0, scale · x + shift)` is taken, with sixteen numbers for the lanes; `max(0, x)` when nil.
  public var scale: UnsafePointer<Float>?
  /// See ``scale``; both are nil or neither.
  public var shift: UnsafePointer<Float>?
  /// The mask's counter at the first number of the plane.
  public var key: UInt32 = 0
  /// A number is dropped when its random bits are below this.
  public var threshold: UInt32 = 0
  /// What the other numbers are multiplied by.
  public var dropScale: Float = 1
  /// Where the numbers `x` at the maxima go, or zeros where a maximum is not positive.
  public var values: UnsafeMutablePointer<Float>?

  /// Terms that are set afterwards.
  public init() {}
}
