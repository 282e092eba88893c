import ArgumentParser
import CellEngine
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

  private var logger: Logger {
    var logger = Logger(label: "martlet") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = logLevel
    return logger
  }

  func run() throws {
    let connection = try ConnectionInfo(contentsOfFile: connectionFile)
    let log = logger
    let interpreter = SwiftInterpreter(log: log)
    let server = try KernelServer(interpreter: interpreter, logger: log)
    try SignalWatch.start([
      SIGINT: { server.interrupt(at: $0) },
      SIGTERM: { _ in server.shutDown() },
    ])
    ParentWatch.start {
      log.warning("the Jupyter that has started this kernel is gone")
      server.shutDown()
    }
    // Clients can connect before the worker is there.
    try server.run(connection) { Task { await interpreter.start() } }
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
