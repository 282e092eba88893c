/// One cell to run.
public struct ExecuteRequest: Sendable, Equatable {
  /// The cell's text.
  public var code: String
  /// Whether the cell runs for the client's own purposes.
  ///
  /// The server then publishes none of its output, so an interpreter may save itself the work of
  /// making a result.
  public var silent: Bool
  /// Whether the cell becomes part of the history.
  ///
  /// Never true when ``silent`` is.
  public var storeHistory: Bool
  /// The number in the cell's prompt.
  public var executionCount: Int
  /// Whether ``Console/readLine(prompt:isPassword:)`` may be called.
  public var allowsInput: Bool
  /// The client's name for the cell (`metadata.cellId`), if it sent one.
  ///
  /// The same cell keeps it over all its runs.
  public var cellID: String?

  /// A cell to run.
  public init(
    code: String, silent: Bool = false, storeHistory: Bool = true, executionCount: Int = 1,
    allowsInput: Bool = false, cellID: String? = nil
  ) {
    self.code = code
    self.silent = silent
    self.storeHistory = storeHistory
    self.executionCount = executionCount
    self.allowsInput = allowsInput
    self.cellID = cellID
  }
}

/// How the run of a cell ended.
public enum ExecuteResult: Sendable, Equatable {
  /// The cell ran to its end.
  case ok
  /// The cell did not compile, threw, trapped or was interrupted.
  case error(ExecuteError)
  /// The cell was not run, because the kernel is shutting down.
  case aborted
}

/// What went wrong in a cell.
public struct ExecuteError: Sendable, Equatable {
  /// The kind of error, one or a few words (`ename`).
  public var name: String
  /// The message (`evalue`).
  public var value: String
  /// What the notebook shows, line by line; may hold ANSI colour sequences.
  public var traceback: [String]

  /// The description of an error.
  public init(name: String, value: String, traceback: [String]) {
    self.name = name
    self.value = value
    self.traceback = traceback
  }
}
