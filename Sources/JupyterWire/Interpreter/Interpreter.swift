/// A language behind the wire: runs cells and answers questions about code.
///
/// ``KernelServer`` speaks the Jupyter protocol and asks an interpreter for what only the language
/// knows. The server counts executions, keeps the queue, and publishes busy and idle; an
/// interpreter never sees a socket.
///
/// The server calls ``execute(_:console:)`` for one cell at a time. All other methods may be
/// called at any moment, also while a cell runs, and should answer soon.
public protocol Interpreter: Sendable {
  /// What `kernel_info_reply` says about the language. Asked before anything has been run, so it
  /// must not wait for a compiler or a process to start.
  var languageInfo: LanguageInfo { get }

  /// What `kernel_info_reply` says about the program that implements the kernel.
  var implementation: ImplementationInfo { get }

  /// The text that a console prints when it opens.
  var banner: String { get }

  /// Runs one cell.
  ///
  /// All output of the cell must have been handed to `console` before this returns: the server
  /// then sends the reply and publishes idle. Output that comes later, of a task that the cell
  /// left behind, is still published, under this cell.
  ///
  /// An error is reported by returning ``ExecuteResult/error(_:)``; the server publishes it.
  func execute(_ request: ExecuteRequest, console: Console) async -> ExecuteResult

  /// Tells whether `code` can be run, or needs more lines.
  func isComplete(_ code: String) async -> Completeness

  /// Proposes what may stand at `cursor`, an offset in Unicode scalars. The default proposes
  /// nothing.
  func complete(_ code: String, cursor: Int) async -> Completion

  /// Explains what stands at `cursor`, an offset in Unicode scalars; `nil` when nothing is known
  /// about it, which is the default. `detailLevel` is 0, or 1 when the user asked for more.
  func inspect(_ code: String, cursor: Int, detailLevel: Int) async -> MIMEBundle?

  /// Stops the running cell, whose ``execute(_:console:)`` then returns an error. Does nothing
  /// when no cell runs.
  func interrupt() async

  /// Ends everything that was started, the running cell too. Nothing is asked afterwards. The
  /// server waits for about two seconds, then leaves without. With `restart` the client is going
  /// to start a new kernel at once.
  func shutdown(restart: Bool) async
}

extension Interpreter {
  /// Proposes nothing.
  public func complete(_ code: String, cursor: Int) async -> Completion {
    Completion(matches: [], replacing: cursor..<cursor)
  }

  /// Knows nothing.
  public func inspect(_ code: String, cursor: Int, detailLevel: Int) async -> MIMEBundle? { nil }
}
