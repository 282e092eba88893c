import Foundation
import Subprocess

/// Makes libraries of what the compiler wrote, by a linker that waits.
///
/// The linker is not shown the toolchain's libraries: to go through their thousands of names takes
/// longer than all the rest, and names may stay open until the worker loads a cell. So that a cell's
/// library says which others it needs, the linker gets empty ones of the same names.
actor CellLinker {
  private let toolchain: Toolchain
  private let folder: String
  private var tool: Task<WaitingTool?, Never>?
  private var empty: Set<String> = []

  /// - Throws: when the folder for what it writes cannot be made.
  init(toolchain: Toolchain, folder: String) throws {
    self.toolchain = toolchain
    self.folder = folder + "/libraries"
    try FileManager.default.createDirectory(
      atPath: self.folder, withIntermediateDirectories: true)
    // A script for the linker that says nothing, in place of an object.
    try WorkFolder.write("\n".utf8, to: script)
  }

  private nonisolated var script: String { folder + "/nothing.ld" }

  /// Starts a linker, and writes the libraries that every cell needs.
  func start() async {
    startTool()
    for name in Self.core { _ = try? await writeEmpty(name) }
  }

  private func startTool() {
    tool = Task { [toolchain, folder] in
      let tool = try? WaitingTool(
        toolchain.linker, library: toolchain.snapshotLibrary,
        variables: ["MARTLET_WAITING_LINKER": "1"], folder: folder)
      return await tool?.isReady() == true ? tool : nil
    }
  }

  /// Makes a library of one object.
  ///
  /// - Parameter imports: modules of the toolchain whose libraries it needs.
  /// - Returns: whether that succeeded, and what the linker says.
  func link(_ object: String, to library: String, imports: Set<String>) async throws -> (
    isSuccess: Bool, text: String
  ) {
    let names = Self.core + imports.sorted().flatMap(libraryNames(of:))
    for name in names {
      let written = try await writeEmpty(name)
      guard written.isSuccess else { return written }
    }
    return try await run(
      [
        "-shared", "--threads=1", "--eh-frame-hdr", "-o", library, toolchain.startup, object,
        "-rpath", toolchain.libraries,
      ] + names.map { folder + "/" + $0 })
  }

  private static let core = [
    "libswiftCore.so", "libswift_Concurrency.so", "libswift_StringProcessing.so",
    "libswiftSwiftOnoneSupport.so",
  ]

  /// The toolchain's libraries for a module; a module of another kind has none.
  private func libraryNames(of module: String) -> [String] {
    let parts =
      module == "Foundation"
      ? ["Foundation", "FoundationEssentials", "FoundationInternationalization"] : [module]
    return parts.flatMap { ["libswift\($0).so", "lib\($0).so"] }.filter {
      FileManager.default.fileExists(atPath: toolchain.libraries + "/" + $0)
    }
  }

  /// Writes a library without any names, if it is not there yet.
  private func writeEmpty(_ name: String) async throws -> (isSuccess: Bool, text: String) {
    if empty.contains(name) { return (true, "") }
    let path = folder + "/" + name
    let written = try await run(
      ["-m", Toolchain.emulation, "-shared", "-soname", name, "-o", path, script])
    if written.isSuccess { empty.insert(name) }
    return written
  }

  private func run(_ arguments: [String]) async throws -> (isSuccess: Bool, text: String) {
    if let tool = await tool?.value {
      if let result = await tool.perform([toolchain.linker] + arguments) { return result }
      try Task.checkCancellation()
      startTool()
    }
    return try await Toolchain.run(toolchain.linker, arguments)
  }
}
