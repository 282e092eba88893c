import Foundation
import WorkerProtocol

/// What comes from the worker.
enum WorkerNotice: Sendable {
  case stdout(String)
  case stderr(String)
  case event(WorkerEvent)
  /// Nothing more will come.
  case ended
}

/// Reads a worker's streams and events on a thread of its own, so that what was printed before an
/// event is delivered before it.
///
/// Notices are delivered one at a time, and the next is read when the last was taken: a cell that
/// prints faster than the front end reads is slowed down, and memory stays bounded.
final class WorkerReader: @unchecked Sendable {
  private let descriptors: Descriptors
  private let deliver: @Sendable (WorkerNotice) -> Void
  private var packets = PacketReader()
  private var output = TextStream()
  private var error = TextStream()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ descriptors: Descriptors, deliver: @escaping @Sendable (WorkerNotice) -> Void) {
    self.descriptors = descriptors
    self.deliver = deliver
  }

  func start() {
    let thread = Thread { self.run() }
    thread.name = "martlet-worker-reader"
    thread.start()
  }

  private func run() {
    var polled = [descriptors.channel, descriptors.output, descriptors.error].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while true {
      let ready = poll(&polled, nfds_t(polled.count), -1)
      if ready < 0 && errno == EINTR { continue }
      for index in 1...2 where polled[index].revents != 0 {
        // A closed stream would be reported again and again.
        if !drain(index) { polled[index].fd = -1 }
      }
      if polled[0].revents != 0 && !readEvents() { break }
    }
    _ = drain(1)
    _ = drain(2)
    let rest = (output.end(), error.end())
    if !rest.0.isEmpty { deliver(.stdout(rest.0)) }
    if !rest.1.isEmpty { deliver(.stderr(rest.1)) }
    deliver(.ended)
    close(descriptors.channel)
    close(descriptors.output)
    close(descriptors.error)
  }

  /// Reads a stream until nothing more is there.
  ///
  /// Returns false at its end.
  private func drain(_ index: Int) -> Bool {
    let descriptor = index == 1 ? descriptors.output : descriptors.error
    // A cell that never stops printing must not keep its own events waiting.
    for _ in 0..<64 {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return false }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      let bytes = buffer.prefix(count)
      let text = index == 1 ? output.text(adding: bytes) : error.text(adding: bytes)
      if !text.isEmpty { deliver(index == 1 ? .stdout(text) : .stderr(text)) }
    }
    return true
  }

  private func readEvents() -> Bool {
    let count = read(descriptors.channel, &buffer, buffer.count)
    if count < 0 && errno == EINTR { return true }
    guard count > 0 else { return false }
    packets.append(buffer.prefix(count))
    do {
      while let packet = try packets.next() {
        guard let event = WorkerEvent(packet) else { continue }
        _ = drain(1)
        _ = drain(2)
        deliver(.event(event))
      }
      return true
    } catch {
      deliver(.stderr("The worker sent what cannot be read: \(error)\n"))
      return false
    }
  }
}
