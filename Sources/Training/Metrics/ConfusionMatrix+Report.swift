public import Display

extension ConfusionMatrix: CustomStringConvertible, Displayable {
  /// Precision, recall, F1 and number of samples of each class, as scikit-learn's
  /// `classification_report` prints them.
  ///
  ///                   precision    recall  f1-score   support
  ///
  ///              cat     0.9057    0.9600    0.9320        50
  ///              dog     0.9574    0.9000    0.9278        50
  ///
  ///         accuracy                         0.9300       100
  ///        macro avg     0.9315    0.9300    0.9299       100
  ///     weighted avg     0.9315    0.9300    0.9299       100
  public var description: String {
    let width = max(12, classes.map(\.columns).max() ?? 0)
    func line(_ name: String, _ fields: [String]) -> String {
      (String(repeating: " ", count: width - name.columns) + name + " ")
        + fields.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined() + "\n"
    }
    let heads = ["precision", "recall", "f1-score", "support"]
    let body = rows.map { line($0.name, $0.fields) }.joined()
    let foot = averages.map { line($0.name, $0.fields) }.joined()
    return line("", heads) + "\n" + body + "\n" + foot
  }

  /// The same as an HTML table, and as text.
  public var mimeBundle: MIMEBundle {
    func cells(_ name: String, _ fields: [String], _ tag: String = "td") -> String {
      "<tr><th style=\"text-align: left\">\(Self.escaped(name))</th>"
        + fields.map { "<\(tag) style=\"text-align: right\">\($0)</\(tag)>" }.joined() + "</tr>\n"
    }
    let html =
      "<table>\n<thead>\n"
      + cells("class", ["precision", "recall", "F1", "samples"], "th")
      + "</thead>\n<tbody>\n" + rows.map { cells($0.name, $0.fields) }.joined()
      + averages.map { cells($0.name, $0.fields) }.joined() + "</tbody>\n</table>"
    return MIMEBundle.html(html).merging(.text(description))
  }

  private var rows: [(name: String, fields: [String])] {
    let (precision, recall, f1, support) = (precision, recall, f1, support)
    return classes.indices.map { place in
      (
        classes[place],
        [precision[place], recall[place], f1[place]].map { fixed($0, 4) } + ["\(support[place])"]
      )
    }
  }

  private var averages: [(name: String, fields: [String])] {
    let all = [precision, recall, f1]
    return [
      ("accuracy", ["", "", fixed(accuracy, 4), "\(total)"]),
      ("macro avg", all.map { fixed(macroAverage($0), 4) } + ["\(total)"]),
      ("weighted avg", all.map { fixed(weightedAverage($0), 4) } + ["\(total)"]),
    ]
  }

  private static func escaped(_ text: String) -> String {
    text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
  }
}

extension String {
  /// How many columns it takes where letters of East Asia take two.
  fileprivate var columns: Int {
    unicodeScalars.reduce(0) { $0 + ((0x1100...0xFFDC).contains($1.value) ? 2 : 1) }
  }
}
