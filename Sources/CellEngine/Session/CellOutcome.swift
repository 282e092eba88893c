import WorkerProtocol

/// What a cell sends while it runs.
public enum CellOutput: Equatable, Sendable {
  case stdout(String)
  case stderr(String)
  case shown(Shown)
}

extension CellOutput {
  /// The same, with no names of modules in what was printed.
  ///
  /// - Parameter label: the cell in which a module was compiled.
  func readable(label: (String) -> Int?) -> CellOutput {
    switch self {
    case .stdout(let text): .stdout(CellNames.printed(text, label: label))
    case .stderr(let text): .stderr(CellNames.printed(text, label: label))
    case .shown(let shown): .shown(shown.mapText { CellNames.printed($0, label: label) })
    }
  }
}

/// How a cell ended.
public enum CellOutcome: Equatable, Sendable {
  case finished
  case failed(CellFailure)
}

/// Why a cell stopped before its end.
public struct CellFailure: Error, Equatable, Sendable {
  /// The kind of failure: `CompileError`, `FatalError`, the type of a thrown error, `Interrupted` ...
  public var name: String
  /// One line that says what happened.
  public var message: String
  /// What is shown to the user, line by line, with colours as terminals have them.
  public var traceback: [String]

  /// A failure as the user is told of it.
  public init(name: String, message: String, traceback: [String]) {
    self.name = name
    self.message = message
    self.traceback = traceback
  }
}
