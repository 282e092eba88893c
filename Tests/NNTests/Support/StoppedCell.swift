import Testing

/// What a process that stopped at a wrong use wrote, from the message on.
///
/// Swift puts the place of the trap before the message, and a note of the crash may follow.
func stopText(_ result: ExitTest.Result?) -> String {
  let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  guard let start = text.range(of: "Fatal error: ")?.upperBound else { return text }
  return String(text[start...])
}

extension StringProtocol {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
