import SwiftSyntax

extension SyntaxProtocol {
  /// The bytes of a node's own text, without the blanks and remarks around it.
  var bytes: Range<Int> {
    positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
  }
}
