import Foundation

/// Runs code when the system sends a signal.
///
/// A handler writes the signal's number and the time to a pipe, and a thread reads them and does
/// the work. Unlike an ignored or a blocked signal, a handled one is back to its default in a child
/// process: a worker or a compiler can be ended by it.
enum SignalWatch {
  /// What a handler writes, small enough to be written whole or not at all.
  private struct Arrival {
    var number: Int32
    var time: ContinuousClock.Instant
  }

  /// The end of the pipe that handlers write to.
  ///
  /// Set before the first handler is.
  nonisolated(unsafe) private static var writingEnd: Int32 = -1

  /// Starts to watch for signals, for the rest of the process's life.
  ///
  /// - Parameter actions: what is done for each signal, given the time at which it arrived. On a
  ///   busy machine the thread that does it can be late.
  static func start(_ actions: [Int32: @Sendable (ContinuousClock.Instant) -> Void]) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    writingEnd = ends[1]
    let reading = FileHandle(fileDescriptor: ends[0])
    let thread = Thread {
      while let bytes = try? reading.read(upToCount: MemoryLayout<Arrival>.size),
        bytes.count == MemoryLayout<Arrival>.size
      {
        let arrival = bytes.withUnsafeBytes { $0.loadUnaligned(as: Arrival.self) }
        actions[arrival.number]?(arrival.time)
      }
    }
    thread.name = "signals"
    thread.start()
    for number in actions.keys { signal(number, report) }
    // Writing to a client that is gone is an error where it happens, nothing more.
    signal(SIGPIPE) { _ in }
  }

  private static let report: @convention(c) (Int32) -> Void = { number in
    let saved = errno
    var arrival = Arrival(number: number, time: .now)
    _ = withUnsafeBytes(of: &arrival) { write(writingEnd, $0.baseAddress, $0.count) }
    errno = saved
  }
}
