internal import Foundation
public import Logging

/// A Jupyter kernel: the sockets, the protocol and the queue of cells in front of an interpreter.
///
///     let connection = try ConnectionInfo(contentsOfFile: path)
///     try KernelServer(interpreter: interpreter, logger: logger).run(connection)
///
/// One thread owns the sockets and all state. It never runs a cell and never waits for the
/// interpreter, so interrupts, shutdown and questions are answered while a cell runs.
public final class KernelServer: Sendable {
  let interpreter: any Interpreter
  let logger: Logger
  let wakeUp: WakeUp
  let inbox: Inbox

  /// A server in front of an interpreter.
  ///
  /// - Throws: When the system is out of file descriptors.
  public init(interpreter: any Interpreter, logger: Logger) throws {
    self.interpreter = interpreter
    self.logger = logger
    wakeUp = try WakeUp()
    inbox = Inbox(wakeUp: wakeUp)
  }

  /// Binds the sockets and serves clients until one of them, or ``shutDown()``, ends the kernel.
  ///
  /// Blocks the calling thread, which becomes the owner of the sockets. Can be called once.
  ///
  /// - Parameter onListening: Called when clients can connect.
  /// - Throws: ``ConnectionError`` when an address can not be listened on.
  public func run(_ connection: ConnectionInfo, onListening: () -> Void = {}) throws {
    let sockets: KernelSockets
    do {
      sockets = try KernelSockets(connection, wakeUp: wakeUp)
    } catch let error as ZMQError {
      throw ConnectionError("The kernel can not \(error.action): \(error.reason).")
    }
    let session = KernelSession(server: self, sockets: sockets, connection: connection)
    onListening()
    try session.run()
  }

  /// Stops the cell that was running at a time, like an interrupt request of a client.
  ///
  /// A cell that began later is not the one that the user wanted to stop. Can be called from any
  /// thread.
  public func interrupt(at time: ContinuousClock.Instant = .now) {
    inbox.post(.interrupt(time))
  }

  /// Ends the kernel in an orderly way, like a shutdown request of a client.
  ///
  /// Can be called from any thread.
  public func shutDown() { inbox.post(.shutDown) }
}
