import Foundation
import WorkerProtocol

extension CellFailure {
  /// The source line of a frame, for quoting.
  typealias Quote = (UserFrame) -> String?

  static func trapped(
    _ trap: Trap, _ found: Symbolicator.Result, label: (String) -> Int?, _ quote: Quote
  ) -> CellFailure {
    let said = trap.reasonText.map { CellNames.withoutModules($0, label: label) }
    let reason = said ?? found.reason ?? trap.signalText
    let elsewhere = trap.isOnCellThread ? "" : " (on a thread or task that the cell had started)"
    return stopped("FatalError", reason + elsewhere, found.frames, quote)
  }

  static func thrown(
    type: String, message: String, frames found: Symbolicator.Result, _ quote: Quote
  ) -> CellFailure {
    stopped(type, message, found.frames, quote)
  }

  static func exited(code: Int32, frames: [UserFrame], _ quote: Quote) -> CellFailure {
    stopped("Exit", "the cell called exit(\(code)); the session goes on", frames, quote)
  }

  static func interrupted(frames: [UserFrame]) -> CellFailure {
    stopped("Interrupted", "the cell was stopped as you asked", frames) { _ in nil }
  }

  /// A function was declared that no library has the code of.
  static func unlinked(_ symbol: String) -> CellFailure {
    let message = "no library has the function '\(symbol)', which the cell uses"
    return CellFailure(
      name: "LinkError", message: message, traceback: [headline("LinkError", message)])
  }

  static func workerDied(cause: String) -> CellFailure {
    let message =
      "The process that ran the cells has ended: \(cause). The values of all variables are lost; "
      + "functions and types are still there. Run the cells again to bring the values back."
    return CellFailure(
      name: "WorkerDied", message: message, traceback: [headline("WorkerDied", message)])
  }

  static var tooDeep: CellFailure {
    let message =
      "brackets are nested deeper than \(Nesting.limit) levels, or more than "
      + "\(Nesting.squareLimit) square ones follow one another"
    return CellFailure(
      name: "CompileError", message: message, traceback: [headline("CompileError", message)])
  }

  static func `internal`(_ message: String) -> CellFailure {
    CellFailure(
      name: "InternalError", message: message, traceback: [headline("InternalError", message)])
  }

  private static func stopped(
    _ name: String, _ message: String, _ frames: [UserFrame], _ quote: Quote
  ) -> CellFailure {
    var lines = RepeatedFrames.stretches(of: frames).flatMap(\.lines)
    if let first = frames.first, let source = quote(first) {
      lines.insert("\u{1b}[2m\(first.line) |\u{1b}[0m \(source)", at: 1)
    }
    lines.insert(headline(name, message), at: 0)
    return CellFailure(name: name, message: message, traceback: lines)
  }

  private static func headline(_ name: String, _ message: String) -> String {
    "\u{1b}[1;31m\(name):\u{1b}[0m \(message)"
  }
}
