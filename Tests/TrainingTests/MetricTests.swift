import Display
import Plots
import Tensors
import Testing
import Training

/// Metrics, pinned to scikit-learn 1.9 (`classification_report(y, p, digits=4, zero_division=0)`)
/// for y = [0,0,0,1,1,2,2,2,2,3] and p = [0,1,0,1,2,2,2,0,2,1].
@Suite(.serialized) struct MetricTests {
  private let targets = Tensor([0, 0, 0, 1, 1, 2, 2, 2, 2, 3])
  private let predictions = Tensor([0, 1, 0, 1, 2, 2, 2, 0, 2, 1])

  /// Rows are what samples are, columns what they were taken for.
  @Test func confusionMatrix() {
    let matrix = ConfusionMatrix(predictions, targets)
    #expect(matrix.counts == [[2, 1, 0, 0], [0, 1, 1, 0], [1, 0, 3, 0], [0, 1, 0, 0]])
    #expect(matrix.classes == ["0", "1", "2", "3"])
    #expect(matrix.accuracy == 0.6)
    #expect(matrix.precision == [2.0 / 3, 1.0 / 3, 0.75, 0])
    #expect(matrix.recall == [2.0 / 3, 0.5, 0.75, 0])
    #expect(zip(matrix.f1, [2.0 / 3, 0.4, 0.75, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(matrix.support == [3, 2, 4, 1] && matrix.total == 10)
  }

  /// The table reads as scikit-learn prints it, with names of any script.
  @Test func report() {
    let matrix = ConfusionMatrix(predictions, targets, classes: ["고양이", "dog", "bird", "fish"])
    #expect(
      matrix.description == """
                      precision    recall  f1-score   support

              고양이     0.6667    0.6667    0.6667         3
                 dog     0.3333    0.5000    0.4000         2
                bird     0.7500    0.7500    0.7500         4
                fish     0.0000    0.0000    0.0000         1

            accuracy                         0.6000        10
           macro avg     0.4375    0.4792    0.4542        10
        weighted avg     0.5667    0.6000    0.5800        10

        """)
  }

  /// A notebook shows a table of HTML, in which names cannot break anything.
  @Test func html() {
    let bundle = ConfusionMatrix(counts: [[1, 0], [1, 2]], classes: ["<b>", "c"]).mimeBundle
    guard case .text(let html)? = bundle["text/html"] else {
      Issue.record("no table")
      return
    }
    #expect(html.hasPrefix("<table>") && html.contains("&lt;b&gt;") && !html.contains("<b>"))
    #expect(html.components(of: "<tr>") == 6)
    #expect(bundle["text/plain"] != nil)
  }

  /// Accuracy of class numbers and of scores.
  @Test func accuracies() {
    #expect(accuracy(predictions, targets) == 0.6)
    let scores = Tensor([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2], [0.2, 0.2, 0.2]])
    let right = Tensor([1, 2, 0])
    #expect(accuracy(scores, right) == 1.0 / 3)
    #expect(topKAccuracy(scores, right, k: 1) == 1.0 / 3)
    #expect(topKAccuracy(scores, right, k: 2) == 2.0 / 3)
    #expect(topKAccuracy(scores, right, k: 3) == 1)
  }

  /// Scores say how many classes there are, even where the last ones never occur.
  @Test func classesOfScores() {
    let scores = Tensor([[0.9, 0.1, 0, 0], [0.2, 0.8, 0, 0]])
    #expect(ConfusionMatrix(scores, Tensor([0, 0])).counts.count == 4)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

// Beside the other tests that draw with `plt`, which has one current figure for all.
extension GalleryTests {
  /// A matrix is drawn with the names that it has.
  @Test func confusionMatrix() {
    defer { plt.close() }
    let matrix = ConfusionMatrix(counts: [[1, 0], [1, 2]], classes: ["고양이", "dog"])
    plt.confusionMatrix(matrix, normalize: true)
    let drawn = Self.withoutSerials(plt.gcf().svg)
    plt.close()
    plt.confusionMatrix([[1, 0], [1, 2]], classes: ["고양이", "dog"], normalize: true)
    let isSame = Self.withoutSerials(plt.gcf().svg) == drawn
    #expect(plt.gca().xlabel == "Predicted label" && isSame)
  }

  /// Cairo numbers what it draws through all pictures of a process.
  private static func withoutSerials(_ svg: String) -> String {
    svg.replacing(/(image|surface)\d+/) { $0.1 }
  }
}
