/// A text that can stand on one line or on several.
indirect enum Layout {
  case leaf(String)
  case labelled(String, Layout)
  case group(open: String, items: [Layout], close: String)

  /// The text, on one line where `width` columns hold it.
  ///
  /// Where they do not, the items of a group stand below one another, in line with the first;
  /// plain items fill their lines instead, as numbers of a long list do.
  func rendered(width: Int) -> String {
    var text = ""
    write(to: &text, indent: 0, room: width, width: width)
    return text
  }

  /// Appends the text, which starts at column `indent` and has `room` columns for its last line.
  private func write(to text: inout String, indent: Int, room: Int, width: Int) {
    switch self {
    case .leaf(let leaf):
      text += leaf
    case .labelled(let label, let item):
      text += label + ": "
      let start = label.count + 2
      item.write(to: &text, indent: indent + start, room: room - start, width: width)
    case .group(let open, let items, let close):
      if let length = flatLength(atMost: room), length <= room { return writeFlat(to: &text) }
      text += open
      let start = indent + open.count
      if items.allSatisfy(\.isLeaf) {
        writeFilled(items, to: &text, start: start, width: width)
      } else {
        writeColumn(items, to: &text, start: start, width: width)
      }
      text += close
    }
  }

  private func writeColumn(_ items: [Layout], to text: inout String, start: Int, width: Int) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += ",\n" + String(repeating: " ", count: start) }
      // One column is kept for the comma or bracket that follows.
      item.write(to: &text, indent: start, room: width - start - 1, width: width)
    }
  }

  private func writeFilled(_ items: [Layout], to text: inout String, start: Int, width: Int) {
    var column = start
    for (index, item) in items.enumerated() {
      guard case .leaf(let leaf) = item else { continue }
      let length = leaf.count + 1
      if index > 0 {
        let fits = column + 1 + length <= width
        text += fits ? ", " : ",\n" + String(repeating: " ", count: start)
        column = fits ? column + 1 : start
      }
      text += leaf
      column += length
    }
  }

  private func writeFlat(to text: inout String) {
    switch self {
    case .leaf(let leaf): text += leaf
    case .labelled(let label, let item):
      text += label + ": "
      item.writeFlat(to: &text)
    case .group(let open, let items, let close):
      text += open
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.writeFlat(to: &text)
      }
      text += close
    }
  }

  /// The columns of the text on one line, or `nil` once they are more than `limit` or a leaf
  /// has line breaks of its own.
  private func flatLength(atMost limit: Int) -> Int? {
    switch self {
    case .leaf(let leaf):
      return leaf.contains("\n") ? nil : leaf.count
    case .labelled(let label, let item):
      return item.flatLength(atMost: limit).map { $0 + label.count + 2 }
    case .group(let open, let items, let close):
      var length = open.count + close.count + max(0, items.count - 1) * 2
      for item in items {
        guard length <= limit, let next = item.flatLength(atMost: limit - length) else {
          return nil
        }
        length += next
      }
      return length
    }
  }

  private var isLeaf: Bool {
    if case .leaf(let text) = self { !text.contains("\n") } else { false }
  }
}
