import Foundation

/// Runs code when the system sends a signal.
///
/// A handler writes the signal's number to a pipe, and a thread reads it and does the work. Unlike
/// an ignored or a blocked signal, a handled one is back to its default in a child process: a
/// worker or a compiler can be ended by it.
enum SignalWatch {
  /// The end of the pipe that handlers write to.
  ///
  /// Set before the first handler is.
  nonisolated(unsafe) private static var writingEnd: Int32 = -1

  /// Starts to watch for signals, for the rest of the process's life.
  static func start(_ actions: [Int32: @Sendable () -> Void]) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    writingEnd = ends[1]
    let reading = FileHandle(fileDescriptor: ends[0])
    let thread = Thread {
      while let byte = try? reading.read(upToCount: 1)?.first { actions[Int32(byte)]?() }
    }
    thread.name = "signals"
    thread.start()
    for number in actions.keys { signal(number, report) }
    // Writing to a client that is gone is an error where it happens, nothing more.
    signal(SIGPIPE) { _ in }
  }

  private static let report: @convention(c) (Int32) -> Void = { number in
    let saved = errno
    var byte = UInt8(number)
    _ = write(writingEnd, &byte, 1)
    errno = saved
  }
}
