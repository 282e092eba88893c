import Foundation
import Synchronization

@testable import JupyterWire

/// A language of few words, one command per cell.
final class TestInterpreter: Interpreter {
  private struct State {
    var isInterrupted = false
    var isRunning = false
    var interruptions = 0
    var requests: [ExecuteRequest] = []
    var shutdowns: [Bool] = []
  }

  private let state = Mutex(State())

  let languageInfo = LanguageInfo.swift(version: "6.3.1")
  let implementation = ImplementationInfo(name: "test", version: "1")
  let banner = "A test"

  var requests: [ExecuteRequest] { state.withLock { $0.requests } }
  var interruptions: Int { state.withLock { $0.interruptions } }
  var shutdowns: [Bool] { state.withLock { $0.shutdowns } }

  func execute(_ request: ExecuteRequest, console: Console) async -> ExecuteResult {
    state.withLock {
      $0.requests.append(request)
      $0.isInterrupted = false
      $0.isRunning = true
    }
    defer { state.withLock { $0.isRunning = false } }
    let words = request.code.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0] {
    case "print": console.send(.stream(.stdout, words[1]))
    case "flood":
      let text = String(repeating: "x", count: 1 << 16)
      for _ in 0..<Int(words[1])! {
        console.send(.stream(.stdout, text))
      }
    case "show":
      console.send(.displayData(MIMEBundle(plainText: words[1]), displayID: "d"))
      console.send(.updateDisplayData(MIMEBundle(plainText: "new"), displayID: "d"))
      console.send(.clearOutput(wait: true))
      console.send(.executeResult(MIMEBundle(plainText: words[1])))
    case "fail":
      return .error(ExecuteError(name: "Oops", value: "no", traceback: ["line 1", "line 2"]))
    case "sleep":
      while !state.withLock({ $0.isInterrupted }) {
        try? await Task.sleep(for: .milliseconds(1))
      }
      return .error(ExecuteError(name: "Interrupted", value: "stop", traceback: []))
    case "ask":
      do {
        let line = try await console.readLine(prompt: "name?", isPassword: true)
        console.send(.stream(.stdout, "hello \(line)"))
      } catch {
        return .error(ExecuteError(name: "Input", value: "\(error)", traceback: []))
      }
    default: break
    }
    return .ok
  }

  func isComplete(_ code: String) async -> Completeness {
    switch code {
    case "complete": .complete
    case "incomplete": .incomplete(indent: "  ")
    case "invalid": .invalid
    default: .unknown
    }
  }

  func interrupt() async {
    state.withLock {
      $0.interruptions += 1
      $0.isInterrupted = true
    }
  }

  func shutdown(restart: Bool) async {
    state.withLock {
      $0.shutdowns.append(restart)
      $0.isInterrupted = true
    }
  }
}
