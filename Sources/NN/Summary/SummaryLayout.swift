/// How a summary is laid out as text, after `FormattingOptions` of torchinfo 1.8.0.
struct SummaryLayout {
  var columns: [SummaryColumn]
  var depth: Int
  var columnWidth: Int
  var showsNames: Bool

  /// The whole table.
  func table(_ rows: [LayerRecord], totalParams: Int, sections: [[String]]) -> String {
    let nameWidth = nameWidth(rows)
    let divider = String(repeating: "=", count: columns.count * columnWidth + nameWidth)
    let header = line(
      "Layer (type\(showsNames ? " (var_name)" : ""):depth-idx)", columns.map(\.title), nameWidth)
    let lines = rows.filter { $0.depth <= depth }.map { row in
      line(
        start(row.depth) + row.title(showsName: showsNames),
        columns.map { text($0, row, totalParams: totalParams) }, nameWidth)
    }
    let groups = [[header], lines] + sections
    return divider + "\n"
      + groups.map { $0.joined(separator: "\n") }.joined(separator: "\n\(divider)\n")
      + "\n\(divider)"
  }

  /// Forty, or as much as the longest name needs, in fives.
  private func nameWidth(_ rows: [LayerRecord]) -> Int {
    let longest =
      rows.map { $0.title(showsName: showsNames).count + $0.depth * 5 + 1 }.max() ?? 0
    return longest >= 40 ? (longest + 4) / 5 * 5 : 40
  }

  private func line(_ name: String, _ values: [String], _ nameWidth: Int) -> String {
    var text = padded(name, nameWidth)
    for value in values { text += " " + padded(value, columnWidth) }
    while text.last == " " { text.removeLast() }
    return text
  }

  private func start(_ depth: Int) -> String {
    switch depth {
    case 0: ""
    case 1: "├─"
    default: String(repeating: "│    ", count: depth - 1) + "└─"
    }
  }

  private func text(_ column: SummaryColumn, _ row: LayerRecord, totalParams: Int) -> String {
    let isLowest = row.depth == depth
    func orDashes(_ text: String, _ holds: Bool) -> String { holds ? text : "--" }
    switch column {
    case .inputSize: return orDashes("\(row.inputShape)", !row.inputShape.isEmpty)
    case .outputSize: return orDashes("\(row.outputShape)", !row.outputShape.isEmpty)
    case .kernelSize: return row.module.kernelText ?? "--"
    case .numParams:
      if row.parameterCount == 0 { return "--" }
      if row.isRecursive { return "(recursive)" }
      if isLowest || row.isLeaf {
        let count = grouped(row.parameterCount)
        return row.trainableCount > 0 ? count : "(\(count))"
      }
      return orDashes(grouped(row.leftover), row.leftover > 0)
    case .paramsPercent:
      if totalParams == 0 { return "     --" }
      if row.isRecursive { return "(recursive)" }
      let count = isLowest || row.isLeaf ? row.parameterCount : row.leftover
      return count == 0 ? "     --" : percent(Double(count) / Double(totalParams))
    case .multAdds:
      if row.multAdds <= 0 { return "--" }
      if row.isLeaf { return grouped(row.multAdds) }
      let inner = row.inner.reduce(0) { $1.isLeaf ? $0 + $1.multAdds : $0 }
      return orDashes(grouped(inner), isLowest)
    case .trainable:
      if row.parameterCount == 0 { return "--" }
      return row.trainableCount == 0
        ? "False" : row.trainableCount == row.parameterCount ? "True" : "Partial"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
