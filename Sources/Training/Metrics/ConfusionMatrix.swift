internal import Tensors

/// How often each class was taken for each class.
///
///     let matrix = ConfusionMatrix(scores, targets, classes: ["cat", "dog"])
///     matrix.counts       // [[48, 2], [5, 45]]: 5 dogs were taken for cats
///     matrix.recall[1]    // 0.9
///     matrix              // as a cell's last line: precision, recall and F1 of each class
///     plt.confusionMatrix(matrix)
///
/// Where a class was never predicted, its precision is 0, and where it never occurs, its recall is
/// (scikit-learn's `zero_division=0`).
public struct ConfusionMatrix: Sendable {
  /// The names of the classes.
  public let classes: [String]
  /// A row for each class as it is, a column for each class as it was predicted.
  public let counts: [[Int]]

  /// Counts from a table that is there already, square and as large as there are names.
  public init(counts: [[Int]], classes: [String]? = nil) {
    let names = classes ?? counts.indices.map { "\($0)" }
    if names.count != counts.count || counts.contains(where: { $0.count != counts.count }) {
      misuse(
        "\(counts.count) rows of \(counts.map(\.count)) counts do not go with \(names.count) names",
        in: "ConfusionMatrix", hint: "give as many columns and names as rows")
    }
    self.classes = names
    self.counts = counts
  }

  /// Number of samples.
  public var total: Int { counts.joined().reduce(0, +) }

  /// The share of samples whose class was found.
  public var accuracy: Double {
    ratio(counts.indices.reduce(0) { $0 + counts[$1][$1] }, total)
  }

  /// Of the samples that were taken for each class, the share that belongs there.
  public var precision: [Double] {
    counts.indices.map { place in ratio(counts[place][place], counts.reduce(0) { $0 + $1[place] }) }
  }

  /// Of the samples of each class, the share that was found.
  public var recall: [Double] {
    counts.indices.map { ratio(counts[$0][$0], counts[$0].reduce(0, +)) }
  }

  /// The harmonic mean of precision and recall of each class.
  public var f1: [Double] {
    zip(precision, recall).map { $0 + $1 > 0 ? 2 * $0 * $1 / ($0 + $1) : 0 }
  }

  /// How many samples of each class there are.
  public var support: [Int] { counts.map { $0.reduce(0, +) } }

  /// The mean over classes, each as important as the others.
  public func macroAverage(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The mean over classes, each as important as it is frequent.
  public func weightedAverage(_ values: [Double]) -> Double {
    total > 0 ? zip(values, support).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total) : 0
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
