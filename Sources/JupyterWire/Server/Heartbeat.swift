internal import CZMQ
internal import Foundation

/// Echoes what comes in on the heartbeat socket, on a thread of its own.
///
/// Clients take a kernel for dead when the echo is a second late, so nothing else runs there.
struct Heartbeat {
  /// Binds the socket and starts the thread, which lives until the context is shut down.
  static func start(_ context: ZMQContext, endpoint: String) throws {
    let socket = try ZMQSocket(context, ZMQ_ROUTER)
    do {
      try bind(socket, endpoint)
    } catch {
      socket.close()
      throw error
    }
    nonisolated(unsafe) let owned = socket
    let thread = Thread {
      // The ROUTER sends each message back to its sender. This ends when the context does.
      zmq_proxy(owned.handle, owned.handle, nil)
      owned.close()
    }
    thread.name = "heartbeat"
    thread.start()
  }
}

/// Binds a socket; waits for up to two seconds while a kernel that is being restarted still holds
/// the port.
func bind(_ socket: ZMQSocket, _ endpoint: String) throws {
  for attempt in 1... {
    do {
      return try socket.bind(endpoint)
    } catch let error as ZMQError where error.code == EADDRINUSE && attempt <= 40 {
      usleep(50_000)
    }
  }
}
