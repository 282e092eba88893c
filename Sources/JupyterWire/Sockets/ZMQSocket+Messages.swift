internal import CZMQ

extension ZMQSocket {
  /// Takes the next message, if there is one.
  func receive() throws -> Received {
    var frames: [[UInt8]] = []
    var size = 0
    while true {
      var message = zmq_msg_t()
      zmq_msg_init(&message)
      defer { zmq_msg_close(&message) }
      guard zmq_msg_recv(&message, handle, ZMQ_DONTWAIT) >= 0 else {
        switch zmq_errno() {
        case EINTR: continue
        case EAGAIN: return .nothing
        default: throw ZMQError.last("receive")
        }
      }
      size += zmq_msg_size(&message)
      // What is too much is read all the same: the next message starts behind it.
      if frames.count <= Self.maximumFrames, size <= Self.maximumBytes {
        frames.append(
          Array(
            UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: zmq_msg_size(&message))))
      }
      if zmq_msg_more(&message) == 0 { break }
    }
    return frames.count > Self.maximumFrames || size > Self.maximumBytes
      ? .oversized : .frames(frames)
  }

  /// Sends a message.
  ///
  /// - Returns: Whether it was taken; `false` when a peer's queue is full and the socket is one that
  ///   does not drop messages.
  func send(_ frames: [[UInt8]]) throws -> Bool {
    for (index, frame) in frames.enumerated() {
      let flags = ZMQ_DONTWAIT | (index < frames.count - 1 ? ZMQ_SNDMORE : 0)
      while zmq_send(handle, frame, frame.count, flags) < 0 {
        switch zmq_errno() {
        case EINTR: continue
        // Only the first frame can be refused: libzmq takes a message whole or not at all.
        case EAGAIN, EHOSTUNREACH: return false
        default: throw ZMQError.last("send")
        }
      }
    }
    return true
  }
}
