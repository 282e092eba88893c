import CCellWorker
import Glibc
import WorkerProtocol

/// Reads commands off the socket.
///
/// Cells run on another thread, so an interrupt is read at once.
struct CommandReader: Sendable {
  let socket: Int32
  let runner: CellRunner

  func run() {
    var packets = PacketReader()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(socket, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { endWithKernel() }
      packets.append(buffer.prefix(count))
      do {
        while let packet = try packets.next() {
          if let command = WorkerCommand(packet) { obey(command) }
        }
      } catch {
        // Nothing that follows could be understood.
        endWithKernel()
      }
    }
  }

  private func obey(_ command: WorkerCommand) {
    switch command {
    case .interrupt: martlet_interrupt()
    case .acknowledge: martlet_acknowledge()
    case .run:
      martlet_expect_run()
      runner.enqueue(command)
    case .input(let text?):
      let bytes = Array(text.utf8)
      martlet_give_input(bytes, bytes.count)
    case .input(nil): martlet_give_input(nil, 0)
    default: runner.enqueue(command)
    }
  }

  /// The kernel process is gone: so are this one and all that cells have started.
  private func endWithKernel() -> Never {
    if getpgrp() == getpid() { kill(0, SIGKILL) }
    martlet_end_process(0)
  }
}
