internal import CZMQ

/// Waits until one of several sockets, or a file descriptor, has something to read.
struct ZMQPoller {
  private var items: [zmq_pollitem_t] = []

  init(sockets: [ZMQSocket], descriptor: CInt) {
    items = sockets.map {
      zmq_pollitem_t(socket: $0.handle, fd: 0, events: CShort(ZMQ_POLLIN), revents: 0)
    }
    items.append(
      zmq_pollitem_t(socket: nil, fd: descriptor, events: CShort(ZMQ_POLLIN), revents: 0))
  }

  /// Waits for at most `milliseconds`; without a limit when it is `nil`.
  ///
  /// - Parameter orDescriptor: Whether the descriptor counts, or the sockets alone.
  mutating func wait(milliseconds: Int?, orDescriptor: Bool) throws {
    // The descriptor is the last item.
    let count = orDescriptor ? items.count : items.count - 1
    let result = zmq_poll(&items, CInt(count), milliseconds ?? -1)
    if result < 0, zmq_errno() != EINTR { throw ZMQError.last("wait for messages") }
  }
}
