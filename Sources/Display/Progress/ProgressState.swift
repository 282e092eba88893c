/// What a bar says at one moment.
package struct ProgressState {
  package var label: String
  package var count: Int
  package var total: Int?
  package var seconds: Double
  package var note: String

  package init(label: String, count: Int, total: Int?, seconds: Double, note: String) {
    self.label = label
    self.count = count
    self.total = total
    self.seconds = seconds
    self.note = note
  }

  /// The bar as a line, in the form that tqdm has made common.
  ///
  ///     epoch 1:  45%|█████████           | 422/938 [00:03<00:04, 125.3 it/s, loss 0.31]
  ///
  /// Without a total only the count and the speed are known.
  package var line: String {
    let head = label.isEmpty ? "" : "\(label): "
    let tail = note.isEmpty ? "" : ", \(note)"
    guard let total else { return "\(head)\(count) [\(clock(seconds)), \(speed)\(tail)]" }
    let percent = "\(Int(part * 100))"
    let padded = String(repeating: " ", count: max(0, 3 - percent.count)) + percent
    return "\(head)\(padded)%|\(blocks)| \(count)/\(total) [\(times), \(speed)\(tail)]"
  }

  /// The bar as HTML, with the browser's own progress element.
  package var html: String {
    let head = label.isEmpty ? "" : "\(Self.escaped(label)): "
    let tail = note.isEmpty ? "" : ", \(Self.escaped(note))"
    let style = "font-family: monospace; white-space: nowrap"
    guard let total else {
      return "<div style=\"\(style)\">\(head)\(count) [\(clock(seconds)), \(speed)\(tail)]</div>"
    }
    return "<div style=\"\(style)\">\(head)\(Int(part * 100))% "
      + "<progress value=\"\(count)\" max=\"\(max(1, total))\" "
      + "style=\"width: 20em; vertical-align: middle\"></progress> "
      + "\(count)/\(total) [\(times), \(speed)\(tail)]</div>"
  }

  private var part: Double {
    guard let total, total > 0 else { return 1 }
    return min(1, Double(count) / Double(total))
  }

  /// Twenty places, the last one in eighths.
  private var blocks: String {
    let eighths = Int(part * 160)
    let rest = eighths % 8 == 0 ? "" : String(Array(" ▏▎▍▌▋▊▉")[eighths % 8])
    let bar = String(repeating: "█", count: eighths / 8) + rest
    return bar + String(repeating: " ", count: 20 - bar.count)
  }

  /// The time it took, and the time that is left at this speed.
  private var times: String {
    guard let total, count > 0 else { return "\(clock(seconds))<?" }
    let left = seconds / Double(count) * Double(max(0, total - count))
    return "\(clock(seconds))<\(clock(left))"
  }

  private var speed: String {
    guard count > 0, seconds > 0 else { return "? it/s" }
    let rate = Double(count) / seconds
    return rate >= 1 ? "\(Self.tenths(rate)) it/s" : "\(Self.tenths(1 / rate)) s/it"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int(min(1e15, value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Minutes and seconds, or hours before them.
  private func clock(_ seconds: Double) -> String {
    let whole = Int(min(1e9, max(0, seconds)).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hours = whole / 3600 == 0 ? "" : "\(whole / 3600):"
    return "\(hours)\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
