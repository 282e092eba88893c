/// Which pixels of a row make each pixel of a longer or shorter row, and with what weights.
///
/// Where a row gets shorter, the filter gets wider, so that each pixel counts (antialiasing).
/// Source: `precompute_coeffs` in Pillow's src/libImaging/Resample.c; PyTorch's
/// `upsample_bilinear2d_aa` computes the same in the numbers of its tensors.
struct ResamplingWeights<Number: BinaryFloatingPoint> {
  let count: Int
  /// The first pixel for each of the result.
  private(set) var starts: [Int] = []
  private(set) var weights: [[Number]] = []

  init(from count: Int, to wanted: Int, _ interpolation: Interpolation) {
    self.count = count
    let scale = Number(count) / Number(wanted)
    let width = Swift.max(scale, 1)
    let reach = Number(interpolation.reach) * width
    for place in 0..<wanted {
      let centre = scale * (Number(place) + 0.5)
      let start = Swift.max(0, Int(centre - reach + 0.5))
      let end = Swift.min(count, Int(centre + reach + 0.5))
      let raw = (start..<end).map {
        interpolation.weight((Number($0) - centre + 0.5) * (1 / width))
      }
      let sum = raw.reduce(0, +)
      starts.append(start)
      weights.append(sum == 0 ? raw : raw.map { $0 / sum })
    }
  }
}
