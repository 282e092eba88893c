internal import CZMQ
internal import Glibc

/// Wakes a poller from another thread: a pipe whose reading end is polled.
final class WakeUp: Sendable {
  /// The descriptor to poll.
  ///
  /// It is readable from ``signal()`` until ``clear()``.
  let descriptor: CInt
  private let writingEnd: CInt

  init() throws {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ZMQError(action: "make a pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writingEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  func signal() {
    var byte: UInt8 = 1
    // A full pipe wakes the reader just as well.
    _ = write(writingEnd, &byte, 1)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
