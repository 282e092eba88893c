import Subprocess
import SystemPackage

extension Toolchain {
  /// Runs one of the toolchain's programs.
  ///
  /// - Returns: whether it succeeded, and what it says.
  static func run(_ tool: String, _ arguments: [String]) async throws -> (
    isSuccess: Bool, text: String
  ) {
    let result = try await Subprocess.run(
      .path(FilePath(tool)), arguments: Arguments(arguments), input: .none,
      output: .discarded, error: .string(limit: 4 << 20))
    return (result.terminationStatus.isSuccess, result.standardError)
  }
}
