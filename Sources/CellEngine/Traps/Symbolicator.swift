import Foundation
import Subprocess
import SystemPackage
import WorkerProtocol

/// A place in a cell's own code.
struct UserFrame: Equatable, Sendable {
  /// The function's name, or `nil` for the top level of the cell.
  var function: String?
  /// The cell, as messages call it.
  var file: String
  var line: Int
  var column: Int
}

/// Finds out which line of which cell an address is, from the debug information in its library.
struct Symbolicator: Sendable {
  let toolchain: Toolchain

  /// What is known of a list of frames.
  struct Result: Sendable {
    /// Innermost first; inlined functions have frames of their own.
    var frames: [UserFrame] = []
    /// Why optimised code traps, which the compiler writes into the debug information.
    var reason: String?
  }

  /// Looks up frames, all others than those of cells left out.
  ///
  /// - Parameter label: the cell in which a module was compiled.
  func look(up frames: [Frame], cells folder: String, label: (String) -> Int?) async -> Result {
    let own = frames.filter { $0.library.hasPrefix(folder + "/libCell") }
    guard !own.isEmpty else { return Result() }
    var result = Result()
    for (index, answer) in await answers(for: own).enumerated() {
      let isInnermost = index == 0 && own[0] == frames.first
      for symbol in answer.Symbol ?? [] {
        add(symbol, of: own[index], isInnermost: isInnermost, label, to: &result)
      }
    }
    result.frames = result.frames.withoutForwarding
    return result
  }

  // The names are those of llvm-symbolizer's JSON.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private struct Answer: Decodable {
    struct Symbol: Decodable {
      let FunctionName: String
      let FileName: String
      let Line: Int
      let Column: Int
    }
    let Symbol: [Symbol]?
  }

  /// One answer for each frame, in order: a single process looks them all up.
  private func answers(for frames: [Frame]) async -> [Answer] {
    let places = frames.map { "\"\($0.library)\" 0x" + String($0.offset, radix: 16) }
    let output = try? await Subprocess.run(
      .path(FilePath(toolchain.symbolizer)), arguments: Arguments(["--output-style=JSON"] + places),
      input: .none, output: .string(limit: 4 << 20))
    guard let text = output?.standardOutput else { return [] }
    return (try? JSONDecoder().decode([Answer].self, from: Data(text.utf8))) ?? []
  }

  private func add(
    _ symbol: Answer.Symbol, of frame: Frame, isInnermost: Bool, _ label: (String) -> Int?,
    to result: inout Result
  ) {
    let failure = "Swift runtime failure: "
    if symbol.FunctionName.hasPrefix(failure) {
      if isInnermost { result.reason = String(symbol.FunctionName.dropFirst(failure.count)) }
      return
    }
    var name = URL(fileURLWithPath: symbol.FileName).lastPathComponent
    // Where something was inlined, the line is the cell's and the file is the compiler's input,
    // beside which its library lies.
    let library = URL(fileURLWithPath: frame.library)
    let module = library.deletingPathExtension().lastPathComponent.dropFirst("lib".count)
    if symbol.FileName.hasPrefix(library.deletingLastPathComponent().path + "/"),
      let cell = label(String(module))
    {
      name = CellNames.file(cell)
    }
    guard name.hasPrefix("Cell "), symbol.Line > 0, FunctionName.isOfCell(symbol.FunctionName)
    else { return }
    result.frames.append(
      UserFrame(
        function: FunctionName.readable(symbol.FunctionName), file: name, line: symbol.Line,
        column: symbol.Column))
  }
}
