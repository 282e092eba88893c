import CellEngine
import JupyterWire
import Logging

/// The cell engine as the wire wants it.
actor SwiftInterpreter: Interpreter {
  nonisolated let languageInfo = LanguageInfo.swift(version: swiftVersion)
  nonisolated let implementation = ImplementationInfo(
    name: "martlet", version: martletVersion,
    helpLinks: [(text: "Swift", url: "https://docs.swift.org/swift-book/")])
  nonisolated let banner = "Martlet \(martletVersion): Swift \(swiftVersion) in Jupyter"

  private let log: Logger
  private var opening: Task<Session, any Error>?

  init(log: Logger) { self.log = log }

  /// Starts the worker, so that the first cell finds it ready.
  func start() { _ = session }

  private var session: Task<Session, any Error> {
    if let opening { return opening }
    let task = Task { [log] in try Session(toolchain: .running(), log: log) }
    opening = task
    return task
  }

  func execute(_ request: ExecuteRequest, console: Console) async -> ExecuteResult {
    do {
      let session = try await session.value
      let send: @Sendable (CellOutput) -> Void = { console.send(Output($0)) }
      let outcome = await session.execute(
        request.code, label: request.executionCount, output: send
      ) {
        do {
          return try await console.readLine()
        } catch let error as InputError where error != .cancelled {
          send(.stderr("\(error)\n"))
          return nil
        }
      }
      switch outcome {
      case .finished: return .ok
      case .failed(let failure):
        return .error(
          ExecuteError(name: failure.name, value: failure.message, traceback: failure.traceback))
      }
    } catch {
      return .error(
        ExecuteError(name: "SetUpError", value: "\(error)", traceback: ["SetUpError: \(error)"]))
    }
  }

  nonisolated func isComplete(_ code: String) async -> JupyterWire.Completeness {
    switch CellEngine.Completeness(of: code) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: indent)
    case .invalid: .invalid
    }
  }

  func interrupt() async {
    if let session = try? await opening?.value { await session.interrupt() }
  }

  func shutdown(restart: Bool) async {
    if let session = try? await opening?.value { await session.end() }
  }
}
