import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A compiler that was started ahead of time, has read all earlier cells, and waits for the next.
///
/// It forks for each cell; the library `CCompilerSnapshot`, which it is started with, tells how.
final class CompilerSnapshot: Sendable {
  /// What stands for the name of a cell's module until there is one.
  static let placeholder = "Cell_____"
  /// The part of the compiler that leaves out what is overwritten before it is read.
  ///
  /// Not its whole name, so that an option which has this is told from the compiler's own texts.
  static let storePass = "ead-store-eliminatio"
  /// The longest source that fits, in bytes.
  static let capacity = 1 << 16

  private static let mark = "// The cell that is compiled here is not known yet (7f3a91c2)."
  private let channel: Int32
  private let queue = DispatchQueue(label: "martlet-compiler-snapshot")
  private let compile = Mutex<(process: pid_t, isCancelled: Bool)>((0, false))

  /// What the compiler reads at its start: blanks, where the source of a cell will be.
  static var emptySource: String {
    mark + String(repeating: " ", count: capacity - mark.utf8.count)
  }

  /// Starts a compiler.
  ///
  /// - Parameters:
  ///   - arguments: those of a cell whose module has the name ``placeholder``.
  ///   - bases: modules to read, at most 64. All but the first are read when ``readMore()`` asks
  ///     for it, one after the other, and need not be there before.
  /// - Throws: when it cannot be connected.
  init(_ toolchain: Toolchain, arguments: [String], bases: [String]) throws {
    var pair: [Int32] = [0, 0]
    let type = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE)
    }
    channel = pair[0]
    let theirs = FileDescriptor(rawValue: pair[1])
    let environment = Environment.inherit.updating([
      "LD_PRELOAD": toolchain.snapshotLibrary,
      "MARTLET_SNAPSHOT_BASES": bases.joined(separator: " "),
      "MARTLET_SNAPSHOT_NAME": Self.placeholder,
      "MARTLET_SNAPSHOT_MARK": Self.mark,
      "MARTLET_SNAPSHOT_PASS": Self.storePass,
    ])
    var options = PlatformOptions()
    // What interrupts the kernel's group must not end it.
    options.processGroupID = 0
    // The compiler begins with the last one.
    let imports = bases.reversed().flatMap { ["-import-module", $0] }
    Task.detached { [options] in
      _ = try? await run(
        .path(FilePath(toolchain.frontend)), arguments: Arguments(arguments + imports),
        environment: environment, platformOptions: options,
        input: .fileDescriptor(theirs, closeAfterSpawningProcess: true),
        output: .discarded, error: .discarded)
    }
  }

  deinit { close(channel) }

  /// Waits until the compiler has read all modules; false when it cannot be used.
  func isReady() async -> Bool { (await number() ?? 0) > 0 }

  /// Has the compiler read its next base before it compiles again.
  ///
  /// When that cannot be read, the compiler is of no more use.
  func readMore() { send(channel, [0], 1, Int32(MSG_NOSIGNAL)) }

  /// Compiles one cell; cancelling the task ends it.
  ///
  /// - Parameters:
  ///   - isCareful: whether the parts that the arguments turn off stay off.
  ///   - source: the path of the source.
  ///   - messages: the path of the file that takes what the compiler says.
  /// - Returns: whether it succeeded, or `nil` when the snapshot is of no more use.
  func compile(module: String, isCareful: Bool, source: String, messages: String) async -> Bool? {
    let request = [module, source, messages, isCareful ? "" : Self.storePass].map { $0 + "\0" }
      .joined()
    compile.withLock { $0 = (0, false) }
    guard send(channel, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0 else { return nil }
    let status: Int32? = await withTaskCancellationHandler {
      guard let process = await number(), process > 0 else { return nil }
      let isCancelled = compile.withLock { compile in
        compile.process = process
        return compile.isCancelled
      }
      if isCancelled { kill(process, SIGKILL) }
      let status = await number()
      compile.withLock { $0.process = 0 }
      return status
    } onCancel: {
      compile.withLock { compile in
        compile.isCancelled = true
        if compile.process > 0 { kill(compile.process, SIGKILL) }
      }
    }
    guard let status, status != Self.doesNotFit else { return nil }
    return status == 0
  }

  /// How a child ends that could not take the cell: exit status 125, as `wait` has it.
  private static let doesNotFit: Int32 = 125 << 8

  /// The next number that the compiler sends; `nil` when it is gone.
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
