import ArgumentParser
import Foundation

/// A loop that runs hot, as a cell and as a program of `swiftc -O`.
struct HotLoop {
  let name: String
  /// Declares `work() -> Int`.
  let source: String

  /// Runs both in turns and returns the best times, in milliseconds of processor time, as JSON.
  func race(python: String, kernel: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "main.swift")
    let program = folder.appending(path: "program")
    try Data((source + Self.clock).utf8).write(to: file)
    _ = try Self.output(
      "/usr/bin/env", ["swiftc", "-O", "-swift-version", "5", file.path, "-o", program.path])
    let (cell, compiled) = try (0..<3).reduce((Double.infinity, Double.infinity)) { best, _ in
      let cell = try Self.output(python, ["-c", Self.runner, kernel, file.path])
      let compiled = try Self.output(program.path, [])
      return (min(best.0, cell), min(best.1, compiled))
    }
    let ratio = (cell / compiled * 100).rounded() / 100
    return
      "{\"loop\": \"\(name)\", \"cell_ms\": \(cell), \"swiftc_ms\": \(compiled), \"ratio\": \(ratio)}"
  }

  /// The best of ten rounds.
  private static let clock = """

    import Glibc
    func once() -> Double {
      let start = clock()
      if work() == 0 { print("nothing was done") }
      return Double(clock() - start) / 1000
    }
    print((0..<10).map { _ in once() }.min()!)
    """

  /// Runs the text of a file as one cell and prints what it prints.
  private static let runner = """
    import sys
    from jupyter_client.manager import run_kernel
    with run_kernel(kernel_name=sys.argv[1]) as client:
        def show(message):
            if message["msg_type"] == "stream": print(message["content"]["text"])
        client.execute_interactive(open(sys.argv[2]).read(), output_hook=show, timeout=120)
    """

  /// The number that a program prints.
  private static func output(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
    return Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
  }
}
