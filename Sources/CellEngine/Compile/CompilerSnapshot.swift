import Subprocess

/// A compiler that was started ahead of time, has read all earlier cells, and waits for the next.
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
  private let tool: WaitingTool

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
  ///   - folder: where what it says is written.
  /// - Throws: when it cannot be connected.
  init(_ toolchain: Toolchain, arguments: [String], bases: [String], folder: String) throws {
    // The compiler begins with the last one.
    let imports = bases.reversed().flatMap { ["-import-module", $0] }
    tool = try WaitingTool(
      toolchain.frontend, arguments: arguments + imports, library: toolchain.snapshotLibrary,
      variables: [
        "MARTLET_SNAPSHOT_BASES": bases.joined(separator: " "),
        "MARTLET_SNAPSHOT_NAME": Self.placeholder,
        "MARTLET_SNAPSHOT_MARK": Self.mark,
        "MARTLET_SNAPSHOT_PASS": Self.storePass,
      ], folder: folder)
  }

  /// Waits until the compiler has read all modules; false when it cannot be used.
  func isReady() async -> Bool { await tool.isReady() }

  /// Has the compiler read its next base before it compiles again.
  ///
  /// When that cannot be read, the compiler is of no more use.
  func readMore() { tool.goOn() }

  /// Compiles one cell; cancelling the task ends it.
  ///
  /// - Parameters:
  ///   - isCareful: whether the parts that the arguments turn off stay off.
  ///   - source: the path of the source.
  /// - Returns: whether it succeeded, and what the compiler says; `nil` when it is of no more use.
  func compile(module: String, isCareful: Bool, source: String) async -> (
    isSuccess: Bool, text: String
  )? {
    await tool.perform([module, source, isCareful ? "" : Self.storePass])
  }
}
