import Foundation

/// Changing how later cells see a cell that was compiled before.
extension CellCompiler {
  /// What later cells see of a module.
  struct Interface: Sendable {
    let module: String
    fileprivate let files: [String: Data?]
  }

  /// Modules in which what was declared again is refused, for compiling those behind them once more.
  static let hiddenFolder = "hidden"

  /// Writes a module's interface anew, from a source in which declarations are marked.
  ///
  /// Of older modules, which were marked before, it reads another edition, in which what is marked is
  /// refused: otherwise this one's code could mean both.
  ///
  /// - Parameters:
  ///   - marking: puts marks on declarations.
  ///   - refusing: makes what is marked unavailable.
  /// - Returns: what there was before.
  func reissue(
    _ module: String, marking: (String) -> String, refusing: (String) -> String
  ) async throws -> Interface {
    let stem = folder.path + "/" + module
    let hidden = folder.path + "/" + Self.hiddenFolder
    try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: true)
    let (source, interface) = (stem + ".swift", stem + ".swiftmodule")
    let copy = hidden + "/\(module).swiftmodule"
    let old = Interface(
      module: module,
      files: Dictionary(
        uniqueKeysWithValues: [source, interface, copy].map {
          ($0, FileManager.default.contents(atPath: $0))
        }))
    do {
      let text = marking(try String(contentsOfFile: source, encoding: .utf8))
      try text.write(toFile: source, atomically: true, encoding: .utf8)
      try await emit(module, from: source, to: interface)
      let edition = hidden + "/\(module).swift"
      try refusing(text).write(toFile: edition, atomically: true, encoding: .utf8)
      // That its own code calls what is refused does not matter.
      try await emit(
        module, from: edition, to: copy, ["-experimental-allow-module-with-compiler-errors"])
    } catch {
      try restore(old)
      throw error
    }
    return old
  }

  /// Gives a module back what later cells saw of it before.
  func restore(_ interface: Interface) throws {
    for (path, data) in interface.files {
      if let data {
        try data.write(to: URL(filePath: path), options: .atomic)
      } else {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private func emit(
    _ module: String, from source: String, to interface: String, _ options: [String] = []
  ) async throws {
    let written = interface + ".new"
    let issued = try await Toolchain.run(
      toolchain.frontend,
      Self.arguments(
        "-emit-module", toolchain: toolchain, folder: folder.path, source: source, module: module,
        optimization: .none, interface: written) + options)
    // With errors allowed, the compiler fails all the same.
    guard issued.isSuccess || !options.isEmpty, rename(written, interface) == 0 else {
      throw Failure.broken(tool: "swift-frontend", text: issued.text)
    }
  }
}
