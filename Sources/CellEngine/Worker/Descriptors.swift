import Foundation

/// The kernel's ends of what connects it to the worker, and the worker's.
struct Descriptors {
  /// Commands go out and events come in.
  let channel: Int32
  let output: Int32
  let error: Int32
  let workerChannel: Int32
  let workerOutput: Int32
  let workerError: Int32

  init() throws {
    var pair: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    var error: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Self.closeOnExec, 0, &pair) == 0,
      pipe(&output) == 0, pipe(&error) == 0
    else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
    (channel, workerChannel) = (pair[0], pair[1])
    (self.output, workerOutput) = (output[0], output[1])
    (self.error, workerError) = (error[0], error[1])
    for descriptor in output + error { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    for descriptor in [self.output, self.error] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  private static let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)
}
