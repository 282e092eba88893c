extension Module {
  /// The size of the kernels as Python prints it, of a module that has a property `kernelSize`.
  final var kernelText: String? {
    guard let size = Mirror(reflecting: self).descendant("kernelSize") else { return nil }
    switch size {
    case let size as Int: return self is Conv1d || self is AvgPool1d ? "[\(size)]" : "\(size)"
    case let (rows, columns) as (Int, Int): return "[\(rows), \(columns)]"
    case let pair as Pair: return pair.isSingle ? "\(pair)" : "[\(pair.rows), \(pair.columns)]"
    default: return nil
    }
  }
}
