import Foundation
import Subprocess
import SystemPackage
import WorkerProtocol

/// The process that loads and runs cells, seen from the kernel process.
final class WorkerProcess: @unchecked Sendable {
  private let channel: Int32
  private let lock = NSLock()
  private var isOpen = true
  private var process: pid_t?
  private var life: Task<TerminationStatus?, Never>?

  /// Starts a worker in a process group of its own.
  ///
  /// - Parameter deliver: is called on one thread, in order, for everything that the worker says.
  init(_ toolchain: Toolchain, deliver: @escaping @Sendable (WorkerNotice) -> Void) throws {
    let descriptors = try Descriptors()
    channel = descriptors.channel
    var options = PlatformOptions()
    options.processGroupID = 0
    // The worker reports traps itself, faster than the runtime's own backtracer.
    let environment = Environment.inherit.updating(["SWIFT_BACKTRACE": "enable=no"])
    WorkerReader(descriptors) { [weak self] notice in
      if case .ended = notice { self?.ended() }
      deliver(notice)
      if case .event(.shown) = notice { self?.send(.acknowledge) }
    }.start()
    life = Task.detached { [options, weak self] in
      let result = try? await run(
        .path(FilePath(toolchain.worker)), environment: environment, platformOptions: options,
        input: .fileDescriptor(
          FileDescriptor(rawValue: descriptors.workerChannel), closeAfterSpawningProcess: true),
        output: .fileDescriptor(
          FileDescriptor(rawValue: descriptors.workerOutput), closeAfterSpawningProcess: true),
        error: .fileDescriptor(
          FileDescriptor(rawValue: descriptors.workerError), closeAfterSpawningProcess: true)
      ) { execution in
        self?.started(execution.processIdentifier.value)
      }
      return result?.terminationStatus
    }
    send(.preload(path: toolchain.library))
  }

  /// The reader closes the channel after this.
  private func ended() {
    lock.withLock { isOpen = false }
  }

  private func started(_ process: pid_t) {
    lock.withLock { self.process = process }
  }

  /// Sends a command; a worker that is gone ignores it.
  func send(_ command: WorkerCommand) {
    lock.withLock {
      guard isOpen else { return }
      let bytes = command.packet.bytes
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Foundation.send(channel, $0.baseAddress!, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
      }
    }
  }

  /// Ends the worker and everything that cells have started in its process group.
  func kill() {
    lock.withLock {
      guard let process else { return }
      Foundation.kill(-process, SIGKILL)
    }
  }

  /// How the worker ended, in words.
  func causeOfDeath() async -> String {
    guard let status = await life?.value else { return "it could not be started" }
    switch status {
    case .exited(let code): return "it exited with status \(code)"
    case .signaled(let signal):
      let name = strsignal(signal).map { String(cString: $0) } ?? "unknown"
      return "it was ended by signal \(signal) (\(name))"
    @unknown default: return "\(status)"
    }
  }

  /// Closes the line, which ends the worker and all that its cells have started.
  func close() {
    lock.withLock {
      guard isOpen else { return }
      isOpen = false
      shutdown(channel, Int32(SHUT_RDWR))
    }
  }
}
