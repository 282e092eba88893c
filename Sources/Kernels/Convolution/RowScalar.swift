/// A scalar whose short rows can be copied and added quickly.
///
/// Rows of a picture are too short (5 to 32 elements) for `memcpy` and for the compiler's own
/// vector loops, whose set-up costs more than the work.
public protocol RowScalar: BinaryFloatingPoint {
  /// Copies a row.
  static func copyRow(
    _ source: UnsafePointer<Self>, to target: UnsafeMutablePointer<Self>, count: Int)
  /// Adds a row to another.
  static func addRow(
    _ source: UnsafePointer<Self>, to target: UnsafeMutablePointer<Self>, count: Int)
}

extension Float: RowScalar {
  /// Copies a row.
  public static func copyRow(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    if count < 4 {
      for i in 0..<count { target[i] = source[i] }
      return
    }
    var index = 0
    while index + 4 <= count {
      store(load(source + index), target + index)
      index += 4
    }
    // The last four once more, some of them a second time, in place of a loop over the rest.
    store(load(source + count - 4), target + count - 4)
  }

  /// Adds a row to another.
  public static func addRow(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    var index = 0
    while index + 4 <= count {
      store(load(target + index) + load(source + index), target + index)
      index += 4
    }
    while index < count {
      target[index] += source[index]
      index += 1
    }
  }

  @inline(__always)
  private static func load(_ elements: UnsafePointer<Float>) -> SIMD4<Float> {
    UnsafeRawPointer(elements).loadUnaligned(as: SIMD4<Float>.self)
  }

  @inline(__always)
  private static func store(_ four: SIMD4<Float>, _ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: four, as: SIMD4<Float>.self)
  }
}

extension Double: RowScalar {
  /// Copies a row.
  public static func copyRow(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    target.update(from: source, count: count)
  }

  /// Adds a row to another.
  public static func addRow(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for i in 0..<count { target[i] += source[i] }
  }
}
