/// The text between the brackets of `tensor(...)`: `_tensor_str` of torch/_tensor_str.py.
struct TensorText {
  private let elements: StridedView
  private let options: PrintOptions
  private let isSummarized: Bool
  private let format: ElementFormatter

  init(_ elements: StridedView, _ options: PrintOptions) {
    self.elements = elements
    self.options = options
    isSummarized = elements.count > options.threshold
    var shown: [Scalar] = []
    Self.visit(elements, edge: isSummarized ? options.edgeItems : nil, 0, elements.offset) {
      shown.append(elements.scalar(at: $0))
    }
    format = ElementFormatter(shown, elements.dtype, options)
  }

  /// The text, whose lines after the first start with `indent` spaces.
  func text(indent: Int) -> String {
    elements.count == 0 ? "[]" : text(axis: 0, at: elements.offset, indent)
  }

  private func text(axis: Int, at offset: Int, _ indent: Int) -> String {
    let dim = elements.shape.count - axis
    if dim == 0 { return format(elements.scalar(at: offset)) }
    if dim == 1 { return vector(axis: axis, at: offset, indent) }
    let step = elements.strides[axis]
    let parts = indices(axis).map { index in
      index.map { text(axis: axis + 1, at: offset + $0 * step, indent + 1) } ?? "..."
    }
    let newLines = String(repeating: "\n", count: dim - 1)
    let spaces = String(repeating: " ", count: indent + 1)
    return "[" + parts.joined(separator: "," + newLines + spaces) + "]"
  }

  private func vector(axis: Int, at offset: Int, _ indent: Int) -> String {
    let step = elements.strides[axis]
    let words = indices(axis).map { index in
      index.map { format(elements.scalar(at: offset + $0 * step)) } ?? " ..."
    }
    let perLine = Swift.max(1, (options.lineWidth - indent) / (format.width + 2))
    let lines = stride(from: 0, to: words.count, by: perLine).map { first in
      words[first..<Swift.min(words.count, first + perLine)].joined(separator: ", ")
    }
    return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
  }

  /// The indices of an axis that are shown; nil stands for those left out.
  private func indices(_ axis: Int) -> [Int?] {
    let size = elements.shape[axis]
    let edge = options.edgeItems
    guard isSummarized, size > 2 * edge else { return Array(0..<size) }
    return Array(0..<edge) + [nil] + Array(size - edge..<size)
  }

  /// Calls `body` with the places of all elements, or of those at the edges of every axis.
  private static func visit(
    _ elements: StridedView, edge: Int?, _ axis: Int, _ offset: Int, _ body: (Int) -> Void
  ) {
    if axis == elements.shape.count { return body(offset) }
    let size = elements.shape[axis]
    for index in 0..<size {
      if let edge, size > 2 * edge, index >= edge, index < size - edge { continue }
      visit(elements, edge: edge, axis + 1, offset + index * elements.strides[axis], body)
    }
  }
}
