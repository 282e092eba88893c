import SwiftSyntax

/// Where each name of a cell stands, found in one walk however many declarations ask.
struct NameMentions {
  private var offsets: [String: [Int]] = [:]

  init(in items: CodeBlockItemListSyntax) {
    for token in items.tokens(viewMode: .sourceAccurate) {
      if case .identifier(let name) = token.tokenKind {
        offsets[name, default: []].append(token.bytes.lowerBound)
      }
    }
  }

  /// Whether a name stands before the byte at `end`, other than at the given places.
  func mentions(_ name: String, before end: Int, besides own: Set<Int>) -> Bool {
    offsets[name]?.first { !own.contains($0) }.map { $0 < end } ?? false
  }
}
