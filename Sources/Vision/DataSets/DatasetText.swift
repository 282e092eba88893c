extension Dataset {
  /// The text that torchvision's data sets have.
  func datasetText(
    _ name: String, count: Int, root: String?, transform: (any Transform)?, details: [String] = []
  ) -> String {
    var lines = ["Dataset \(name)", "    Number of datapoints: \(count)"]
    if let root { lines.append("    Root location: \(root)") }
    lines += details.map { "    " + $0 }
    if let transform {
      let text = "\(transform)".split(separator: "\n")
      let indent = String(repeating: " ", count: "Transform: ".count)
      lines.append("    StandardTransform")
      lines += text.enumerated().map { ($0.offset == 0 ? "Transform: " : indent) + $0.element }
    }
    return lines.joined(separator: "\n")
  }
}
