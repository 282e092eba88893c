import ArgumentParser
import Foundation

/// Runs cells through Jupyter's own client, beside ipykernel, and hot loops beside `swiftc -O`.
///
/// Everything is printed as JSON lines: milliseconds, `p50` and `p95` of round trips from the
/// request to idle. The two kernels take turns, so that a busy machine slows both down.
struct Cells: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures round trips of cells beside ipykernel, and hot loops beside swiftc -O.")

  @Option(help: "A Python that has jupyter_client and ipykernel.")
  var python = ".jupyter/bin/python"

  @Option(help: "The installed kernel to measure.")
  var kernel = "martlet"

  @Option(help: "The kernel beside it; empty for none.")
  var peer = "python3"

  @Option(help: "Cells of each kind.")
  var rounds = 30

  @Option(help: "Cells that run before trivial ones are measured once more.")
  var spread = 500

  @Flag(help: "Measure hot loops only.")
  var hotOnly = false

  func run() throws {
    if !hotOnly {
      let driver = Process()
      driver.executableURL = URL(filePath: python)
      driver.arguments = ["-c", Self.driver, kernel, peer, "\(rounds)", "\(spread)"]
      try driver.run()
      driver.waitUntilExit()
      guard driver.terminationStatus == 0 else { throw ExitCode(driver.terminationStatus) }
    }
    for loop in HotLoop.all { print(try loop.race(python: python, kernel: kernel)) }
  }
}
