/// Rows of values made longer or shorter.
///
/// `values` are `outer` blocks of `weights.count` entries of `inner` values each; the entries are
/// what is resampled. With `inner` the values of a pixel, these are the rows of a picture; with
/// `inner` those of a row, its columns.
enum Resampling {
  static func resample(
    _ values: [Float], outer: Int, inner: Int, _ weights: ResamplingWeights<Float>
  ) -> [Float] {
    let wanted = weights.starts.count
    var result = [Float](repeating: 0, count: outer * wanted * inner)
    for block in 0..<outer {
      for place in 0..<wanted {
        let target = (block * wanted + place) * inner
        for (offset, weight) in weights.weights[place].enumerated() {
          let source = (block * weights.count + weights.starts[place] + offset) * inner
          for index in 0..<inner { result[target + index] += weight * values[source + index] }
        }
      }
    }
    return result
  }

  /// The same for bytes, in Pillow's fixed-point arithmetic: weights of 22 bits, each sum rounded
  /// to a byte.
  static func resample(
    _ values: [UInt8], outer: Int, inner: Int, _ weights: ResamplingWeights<Double>
  ) -> [UInt8] {
    let bits = 22
    let wanted = weights.starts.count
    var result = [UInt8](repeating: 0, count: outer * wanted * inner)
    var sums = [Int](repeating: 0, count: inner)
    let whole = weights.weights.map { row in
      row.map { Int(($0 * Double(1 << bits)).rounded(.toNearestOrAwayFromZero)) }
    }
    for block in 0..<outer {
      for place in 0..<wanted {
        for index in 0..<inner { sums[index] = 1 << (bits - 1) }
        for (offset, weight) in whole[place].enumerated() {
          let source = (block * weights.count + weights.starts[place] + offset) * inner
          for index in 0..<inner { sums[index] += weight * Int(values[source + index]) }
        }
        let target = (block * wanted + place) * inner
        for index in 0..<inner {
          result[target + index] = UInt8(max(0, min(255, sums[index] >> bits)))
        }
      }
    }
    return result
  }
}
