// Optimised code forgets the messages of `precondition` and does not check what `assert` says, so the
// same line would do one thing at the top level of a cell and another one in a function. These take
// the place of the standard library's: a message is told and an assertion checked wherever it stands.
//
// They are transparent so that the place of a failure is the line that calls them.

/// Stops the cell unless a condition holds.
@_transparent
public func precondition(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String,
  file: StaticString = #fileID, line: UInt = #line
) {
  if _slowPath(!condition()) { fatalError(message(), file: file, line: line) }
}

/// Stops the cell unless a condition holds.
@_transparent
public func precondition(
  _ condition: @autoclosure () -> Bool, file: StaticString = #fileID, line: UInt = #line
) {
  if _slowPath(!condition()) { fatalError("Precondition failed", file: file, line: line) }
}

/// Stops the cell.
@_transparent
public func preconditionFailure(
  _ message: @autoclosure () -> String = "Precondition failed", file: StaticString = #fileID,
  line: UInt = #line
) -> Never {
  fatalError(message(), file: file, line: line)
}

/// Stops the cell unless a condition holds.
@_transparent
public func assert(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "",
  file: StaticString = #fileID, line: UInt = #line
) {
  if _slowPath(!condition()) { assertionFailure(message(), file: file, line: line) }
}

/// Stops the cell.
@_transparent
public func assertionFailure(
  _ message: @autoclosure () -> String = "", file: StaticString = #fileID, line: UInt = #line
) {
  let text = message()
  fatalError(
    text.isEmpty ? "Assertion failed" : "Assertion failed: " + text, file: file, line: line)
}
