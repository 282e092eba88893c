internal import CZMQ

/// What sockets live in: libzmq's threads and queues.
///
/// A context may be shared between threads; the sockets made in it may not.
final class ZMQContext: @unchecked Sendable {
  fileprivate let handle: UnsafeMutableRawPointer

  init() throws {
    guard let handle = zmq_ctx_new() else { throw ZMQError.last("start libzmq") }
    self.handle = handle
  }

  /// Makes every call on a socket of this context fail with `ETERM`, from whatever thread, so that
  /// their owners close them.
  func shutDown() { zmq_ctx_shutdown(handle) }

  /// Sends what is queued, for as long as the sockets linger, and ends.
  ///
  /// Waits until all sockets are closed.
  func terminate() {
    while zmq_ctx_term(handle) != 0, zmq_errno() == EINTR {}
  }

  fileprivate func makeSocket(_ type: CInt) throws -> UnsafeMutableRawPointer {
    guard let socket = zmq_socket(handle, type) else { throw ZMQError.last("make a socket") }
    return socket
  }
}

/// A socket, to be used by one thread at a time.
///
/// Sending and receiving never wait; see ``ZMQPoller`` for that.
final class ZMQSocket {
  /// What a call to receive found.
  enum Received: Equatable {
    /// A whole message, frame by frame.
    case frames([[UInt8]])
    /// A message that was thrown away because it was larger than the limits.
    case oversized
    /// No message.
    case nothing
  }

  /// The most frames that a message may have, and the most bytes in all of them.
  static let maximumFrames = 4096
  static let maximumBytes = 256 << 20

  let handle: UnsafeMutableRawPointer

  init(_ context: ZMQContext, _ type: CInt) throws {
    handle = try context.makeSocket(type)
    // A second is enough for a client that still reads, and a kernel must not outlive its work.
    setOption(ZMQ_LINGER, 1000)
    // A peer that announces a larger frame is disconnected before anything is allocated for it.
    var limit = Int64(Self.maximumBytes)
    zmq_setsockopt(handle, ZMQ_MAXMSGSIZE, &limit, MemoryLayout.size(ofValue: limit))
  }

  func setOption(_ option: CInt, _ value: CInt) {
    var value = value
    zmq_setsockopt(handle, option, &value, MemoryLayout.size(ofValue: value))
  }

  func setOption(_ option: CInt, _ value: [UInt8]) {
    zmq_setsockopt(handle, option, value, value.count)
  }

  func bind(_ endpoint: String) throws {
    if endpoint.hasPrefix("tcp://[") { setOption(ZMQ_IPV6, 1) }
    guard zmq_bind(handle, endpoint) == 0 else { throw ZMQError.last("listen on \(endpoint)") }
  }

  func connect(_ endpoint: String) throws {
    guard zmq_connect(handle, endpoint) == 0 else { throw ZMQError.last("connect to \(endpoint)") }
  }

  func close() { zmq_close(handle) }
}
