import ArgumentParser
import CellEngine
import Logging

/// Has the compiler read once what it keeps of Clang's modules.
///
/// The first cell of a fresh machine would wait for it, several seconds for `Foundation`.
struct PrepareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Compile a first cell; the set-up calls this.")

  func run() async throws {
    let session = try Session(toolchain: .running(), log: Logger(label: "martlet"))
    let outcome = await session.execute(
      "import Foundation\nimport Martlet\nfunc isReady() -> Bool { true }\n_ = isReady()",
      label: 1, output: { _ in })
    await session.end()
    if case .failed(let failure) = outcome { throw ValidationError(failure.message) }
  }
}
