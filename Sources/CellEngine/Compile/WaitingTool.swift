import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A tool of the toolchain that was started ahead of time, and forks for each request.
///
/// The library `CCompilerSnapshot`, which it is started with, tells how.
final class WaitingTool: Sendable {
  private let channel: Int32
  /// The file that takes what the tool says.
  private let messages: String
  private let queue = DispatchQueue(label: "martlet-waiting-tool")
  private let work = Mutex(Work())

  private struct Work {
    var isGoingOn = false
    var process: pid_t = 0
    var isCancelled = false
  }

  /// Starts a tool.
  ///
  /// - Parameters:
  ///   - variables: those of its environment that tell the library what to do.
  ///   - folder: where what it says is written. Always to the same file: a file system that has just
  ///     removed many files takes longer to make new ones.
  /// - Throws: when it cannot be connected.
  init(
    _ program: String, arguments: [String] = [], library: String,
    variables: [Environment.Key: String?], folder: String
  ) throws {
    messages = "\(folder)/\(UUID().uuidString).messages"
    var pair: [Int32] = [0, 0]
    let type = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE)
    }
    channel = pair[0]
    let theirs = FileDescriptor(rawValue: pair[1])
    let environment = Environment.inherit.updating(variables).updating(["LD_PRELOAD": library])
    var options = PlatformOptions()
    // What interrupts the kernel's group must not end it.
    options.processGroupID = 0
    Task.detached { [options] in
      _ = try? await run(
        .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
        platformOptions: options, input: .fileDescriptor(theirs, closeAfterSpawningProcess: true),
        output: .discarded, error: .discarded)
    }
  }

  deinit {
    close(channel)
    try? FileManager.default.removeItem(atPath: messages)
  }

  /// Waits until the tool waits; false when it cannot be used.
  func isReady() async -> Bool { (await number() ?? 0) > 0 }

  /// Has the tool go on to where it waits next.
  func goOn() { send(channel, [0], 1, Int32(MSG_NOSIGNAL)) }

  /// Has the tool do one piece of work; cancelling the task ends it.
  ///
  /// - Parameter texts: what it is asked for.
  /// - Returns: whether it succeeded, and what it says; `nil` when it cannot do that.
  func perform(_ texts: [String]) async -> (isSuccess: Bool, text: String)? {
    let isFree = work.withLock { work in
      defer { work.isGoingOn = true }
      return !work.isGoingOn
    }
    guard isFree else { return nil }
    defer { work.withLock { $0 = Work() } }
    let request = ([messages] + texts).map { $0 + "\0" }.joined()
    guard send(channel, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0 else { return nil }
    let status: Int32? = await withTaskCancellationHandler {
      guard let process = await number(), process > 0 else { return nil }
      let isCancelled = work.withLock { work in
        work.process = process
        return work.isCancelled
      }
      if isCancelled { kill(process, SIGKILL) }
      let status = await number()
      work.withLock { $0.process = 0 }
      return status
    } onCancel: {
      work.withLock { work in
        work.isCancelled = true
        if work.process > 0 { kill(work.process, SIGKILL) }
      }
    }
    guard let status, status != Self.doesNotFit else { return nil }
    let said = FileManager.default.contents(atPath: messages) ?? Data()
    return (status == 0, String(decoding: said.prefix(4 << 20), as: UTF8.self))
  }

  /// How a child ends that could not take the request: exit status 125, as `wait` has it.
  private static let doesNotFit: Int32 = 125 << 8

  /// The next number that the tool sends; `nil` when it is gone.
  private func number() async -> Int32? {
    await withCheckedContinuation { continuation in
      queue.async { [channel] in
        var number: Int32 = 0
        var count = -1
        repeat {
          count = recv(channel, &number, MemoryLayout<Int32>.size, 0)
        } while count < 0 && errno == EINTR
        continuation.resume(returning: count == MemoryLayout<Int32>.size ? number : nil)
      }
    }
  }
}
