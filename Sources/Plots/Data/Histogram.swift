internal import Tensors

/// How many numbers fall between two edges each, as `hist` counts them.
///
///     let counts = plt.hist([1, 2, 2, 3], bins: 2).counts   // [1.0, 3.0]
///
/// Each bin holds its lower edge; the last one its upper edge too (numpy's rule).
public struct Histogram: Sendable, Equatable {
  /// How many numbers are in each bin, or what they make of the whole per unit of x.
  public let counts: [Double]
  /// The ends of the bins, one more than there are bins.
  public let edges: [Double]

  /// Counts numbers in bins of equal width.
  init(_ values: [Double], bins: Int, range: (Double, Double)?, isDensity: Bool) {
    if bins < 1 || bins > 100_000 {
      misuse("there cannot be \(bins) bins", in: "plt.hist", hint: "10 is usual")
    }
    let finite = values.filter(\.isFinite)
    var (low, high) = range ?? (finite.min() ?? 0, finite.max() ?? 1)
    if !(low <= high) || !(high - low).isFinite {
      misuse(
        "no bins go from \(low) to \(high)", in: "plt.hist", hint: "range is (least, greatest)")
    }
    // As numpy widens a single number; doubles cannot divide such a range either.
    let largest = max(abs(low), abs(high))
    if high - low <= largest * 1e-10 || largest < 1e-280 {
      let half = max(0.5, largest * 1e-6)
      (low, high) = (low - half, high + half)
    }
    let width = (high - low) / Double(bins)
    self.init(
      values, edges: (0...bins).map { $0 == bins ? high : low + Double($0) * width },
      isDensity: isDensity)
  }

  /// Counts numbers between the given edges.
  init(_ values: [Double], edges: [Double], isDensity: Bool) {
    if edges.count < 2 || zip(edges, edges.dropFirst()).contains(where: { !($0 < $1) }) {
      misuse(
        "the edges \(edges) do not rise", in: "plt.hist", hint: "give two or more, each larger")
    }
    var counts = [Double](repeating: 0, count: edges.count - 1)
    for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
      counts[Self.bin(of: value, edges)] += 1
    }
    if isDensity {
      let total = counts.reduce(0, +)
      for bin in counts.indices where total > 0 {
        counts[bin] /= total * (edges[bin + 1] - edges[bin])
      }
    }
    self.counts = counts
    self.edges = edges
  }

  /// The last bin that begins at or below the value.
  private static func bin(of value: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
