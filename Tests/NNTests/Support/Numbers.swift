import Tensors

/// Numbers between -1 and 1 that look random and are the same on every run.
func numbers(_ count: Int, seed: UInt64 = 1) -> [Double] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state) >> 11) / Double(Int64(1) << 52)
  }
}

/// A float64 tensor of such numbers.
func doubles(_ shape: Int..., seed: UInt64 = 1, requiresGrad: Bool = true) -> Tensor {
  Tensor(
    scalars: numbers(shape.reduce(1, *), seed: seed), shape: shape, dtype: .float64,
    requiresGrad: requiresGrad)
}

/// The largest difference of two arrays, infinite when their counts differ or one is not a number.
func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { worst, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(worst, difference)
  }
}
