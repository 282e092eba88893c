internal import CZMQ

/// The sockets of a kernel, bound, all but the heartbeat.
///
/// They belong to the thread that made them. The heartbeat's thread shares only the context.
final class KernelSockets {
  private let context: ZMQContext
  private let sockets: [ConnectionInfo.Channel: ZMQSocket]
  private var poller: ZMQPoller

  /// Binds all five sockets and starts the heartbeat.
  ///
  /// - Throws: ``ZMQError`` with the place that could not be bound.
  init(_ connection: ConnectionInfo, wakeUp: WakeUp) throws {
    let context = try ZMQContext()
    var sockets: [ConnectionInfo.Channel: ZMQSocket] = [:]
    do {
      for channel in [ConnectionInfo.Channel.shell, .control, .stdin, .iopub] {
        let socket = try ZMQSocket(context, channel == .iopub ? ZMQ_XPUB : ZMQ_ROUTER)
        sockets[channel] = socket
        if channel == .iopub {
          // Tell about each subscription, so that it can be welcomed, and refuse instead of
          // dropping when a subscriber is behind: the kernel then waits a little.
          socket.setOption(ZMQ_XPUB_VERBOSE, 1)
          socket.setOption(ZMQ_XPUB_NODROP, 1)
        } else {
          // A client that reconnects comes back under its old identity.
          socket.setOption(ZMQ_ROUTER_HANDOVER, 1)
        }
        try bind(socket, connection.endpoint(of: channel))
      }
      try Heartbeat.start(context, endpoint: connection.endpoint(of: .heartbeat))
    } catch {
      for socket in sockets.values { socket.close() }
      context.terminate()
      throw error
    }
    self.context = context
    self.sockets = sockets
    poller = ZMQPoller(sockets: Array(sockets.values), descriptor: wakeUp.descriptor)
  }

  /// Waits until there is something to read, or the time is over, or, if that matters, `wakeUp` is
  /// signalled.
  func wait(milliseconds: Int?, orWakeUp: Bool) throws {
    try poller.wait(milliseconds: milliseconds, orDescriptor: orWakeUp)
  }

  /// The next message of a channel, if there is one.
  func receive(_ channel: ConnectionInfo.Channel) throws -> ZMQSocket.Received {
    try sockets[channel]?.receive() ?? .nothing
  }

  /// Sends a message.
  ///
  /// - Parameter mayDrop: Whether subscribers of iopub that are too far behind lose the message.
  /// - Returns: Whether it was taken; `false` when a subscriber is too far behind and must not lose
  ///   it.
  func send(
    _ frames: [[UInt8]], on channel: ConnectionInfo.Channel, mayDrop: Bool
  ) throws -> Bool {
    guard let socket = sockets[channel] else { return true }
    guard channel == .iopub else {
      // A ROUTER refuses nothing but what it can not deliver to anybody.
      _ = try socket.send(frames)
      return true
    }
    if try socket.send(frames) { return true }
    guard mayDrop else { return false }
    socket.setOption(ZMQ_XPUB_NODROP, 0)
    defer { socket.setOption(ZMQ_XPUB_NODROP, 1) }
    return try socket.send(frames)
  }

  /// Closes everything, after what was sent has left, for at most a second.
  func close() {
    for socket in sockets.values { socket.close() }
    context.shutDown()
    context.terminate()
  }
}
