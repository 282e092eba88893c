import Foundation
import Logging
import Synchronization

@testable import JupyterWire

/// A kernel that runs in this process, on sockets of its own.
final class TestKernel: Sendable {
  let connection: ConnectionInfo
  let interpreter = TestInterpreter()
  let server: KernelServer
  let log = LogLines()
  private let ended = Mutex(false)
  private let folder: String

  /// Makes a kernel that is going to listen at new places.
  init(key: String = "a key", transport: ConnectionInfo.Transport = .ipc) throws {
    folder = NSTemporaryDirectory() + "martlet-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var ports: [ConnectionInfo.Channel: Int] = [:]
    for channel in ConnectionInfo.Channel.allCases {
      ports[channel] = transport == .tcp ? try Self.freePort() : ports.count + 1
    }
    connection = ConnectionInfo(
      transport: transport, address: transport == .tcp ? "127.0.0.1" : folder + "/kernel",
      ports: ports, key: Array(key.utf8))
    let log = log
    server = try KernelServer(
      interpreter: interpreter, logger: Logger(label: "test") { _ in LineLog(lines: log) })
  }

  /// Runs the kernel on a thread of its own, and returns when clients can connect.
  func start(at connection: ConnectionInfo? = nil) async {
    await withCheckedContinuation { listening in
      Thread { [self] in
        do {
          try server.run(connection ?? self.connection) { listening.resume() }
        } catch {
          log.append("\(error)")
          listening.resume()
        }
        ended.withLock { $0 = true }
      }.start()
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length)
        getsockname(descriptor, $0, &length)
      }
      return Int(UInt16(bigEndian: $0.pointee.sin_port))
    }
  }

  /// Waits until the interpreter has been given a number of cells.
  func waitForCells(_ count: Int) async throws {
    while interpreter.requests.count < count { try await Task.sleep(for: .milliseconds(1)) }
  }

  /// Waits until the kernel has ended.
  func waitForEnd() async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !ended.withLock({ $0 }) {
      guard ContinuousClock.now < deadline else { throw Timeout() }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Runs `body` with a kernel and a subscribed client, and ends the kernel.
  static func withClient(
    key: String = "a key", transport: ConnectionInfo.Transport = .ipc,
    _ body: (TestKernel, TestClient) async throws -> Void
  ) async throws {
    let kernel = try TestKernel(key: key, transport: transport)
    await kernel.start()
    let client = try TestClient(kernel.connection)
    try await client.waitForWelcome()
    do {
      try await body(kernel, client)
    } catch {
      kernel.server.shutDown()
      throw error
    }
    kernel.server.shutDown()
    try await kernel.waitForEnd()
  }
}

/// Keeps the lines of a log.
final class LogLines: Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }

  func append(_ line: String) { kept.withLock { $0.append(line) } }
}

/// Writes a log to ``LogLines``.
struct LineLog: LogHandler {
  let lines: LogLines
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  func log(event: LogEvent) { lines.append("\(event.level): \(event.message)") }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
}
