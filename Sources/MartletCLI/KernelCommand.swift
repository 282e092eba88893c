import ArgumentParser
import CellEngine
import Dispatch
import Foundation
import JupyterWire
import Logging

/// Serves one notebook, as Jupyter starts it.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Serve one notebook; Jupyter calls this.")

  @Option(help: "The file in which Jupyter says where to listen and how to sign.")
  var connectionFile: String

  @Option(help: "How much is logged to standard error: debug, info, warning or error.")
  var logLevel: Logger.Level = .warning

  func run() throws {
    let connection = try ConnectionInfo(contentsOfFile: connectionFile)
    var log = Logger(label: "martlet") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = logLevel
    let interpreter = SwiftInterpreter(log: log)
    let server = try KernelServer(interpreter: interpreter, logger: log)
    let signals = [
      on(SIGINT) { server.interrupt() },
      on(SIGTERM) { server.shutDown() },
    ]
    signal(SIGPIPE, SIG_IGN)
    // Clients can connect before the worker is there.
    try server.run(connection) { Task { await interpreter.start() } }
    withExtendedLifetime(signals) {}
  }

  private func on(_ number: Int32, _ body: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: body)
    source.resume()
    return source
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
