/// Text of one stream and one cell that is collected before it is sent.
///
/// A cell that prints line by line would otherwise flood its clients with small messages; Jupyter
/// servers throw away what exceeds a thousand messages a second. The first text after a pause is
/// sent at once, what follows is collected for a moment.
struct PendingText {
  /// How long text is collected.
  static let interval: Duration = .milliseconds(20)
  /// How much text is collected, in bytes; larger messages make clients stutter.
  static let limit = 64 << 10

  let name: StreamName
  let parent: Parent
  private(set) var text: String

  init(_ name: StreamName, _ text: String, parent: Parent) {
    self.name = name
    self.text = text
    self.parent = parent
  }

  /// Adds text, if it is of the same stream and cell.
  ///
  /// - Returns: Whether it is.
  mutating func append(_ more: PendingText) -> Bool {
    guard name == more.name, parent == more.parent else { return false }
    text += more.text
    return true
  }

  var isFull: Bool { text.utf8.count >= Self.limit }
}
