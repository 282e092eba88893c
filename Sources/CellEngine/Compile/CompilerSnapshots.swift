import Foundation
import Subprocess
import SystemPackage

/// The compilers that wait for the next cell: one for code to optimise, one for other code.
///
/// Each has read the cells up to some recent one; what is newer a cell's compile reads itself. When
/// that is much, another compiler is started behind the scenes, and takes its place when ready.
actor CompilerSnapshots {
  /// How many cells may be newer than what a compiler has read.
  private static let maximumLag = 12

  /// How many modules a compiler knows of before they are there.
  private static let announced = 100

  private struct Waiting {
    let snapshot: CompilerSnapshot
    /// How many cells there were.
    let cells: Int
    /// The last module that it can be asked for.
    let last: String
    var isUsed = false
  }

  private let toolchain: Toolchain
  private let folder: String
  private let searchPaths: [String]
  /// The arguments of a compile, for optimised code or other.
  private let arguments: @Sendable (_ isOptimized: Bool) -> [String]
  private var waiting: [Bool: Waiting] = [:]
  private var wanted: Set<Bool> = []
  private var coming: Set<Bool> = []
  private var newest = "CellSupport"
  private var latest = CellNames.module(0)
  private var cells = 0
  private var bases: [String: Task<String?, Never>] = [:]
  private var template: BaseTemplate?
  private var generation = 0

  init(
    toolchain: Toolchain, folder: String, searchPaths: [String],
    arguments: @escaping @Sendable (_ isOptimized: Bool) -> [String]
  ) {
    self.toolchain = toolchain
    self.folder = folder
    self.searchPaths = searchPaths
    self.arguments = arguments
  }

  /// The path that compilers know for any cell's source.
  nonisolated var source: String { folder + "/waiting.swift" }

  /// Starts a compiler for cells without loops, such as most first cells.
  func start() async {
    guard
      (try? CompilerSnapshot.emptySource.write(toFile: source, atomically: true, encoding: .utf8))
        != nil
    else { return }
    await renew(isOptimized: false)
  }

  /// Compiles a cell whose source lies in the folder.
  ///
  /// - Returns: whether it succeeded and what the compiler says; `nil` when no compiler waits.
  func compile(_ module: String, isOptimized: Bool) async -> (isSuccess: Bool, text: String)? {
    guard module.utf8.count == CompilerSnapshot.placeholder.utf8.count else { return nil }
    latest = max(latest, module)
    guard let current = waiting[isOptimized], module <= current.last else {
      wanted.insert(isOptimized)
      return nil
    }
    let snapshot = current.snapshot
    waiting[isOptimized]?.isUsed = true
    let stem = folder + "/" + module
    let messages = stem + ".messages"
    defer { try? FileManager.default.removeItem(atPath: messages) }
    let isSuccess = await snapshot.compile(
      module: module, source: stem + ".swift", messages: messages)
    guard let isSuccess else {
      if waiting[isOptimized]?.snapshot === snapshot { waiting[isOptimized] = nil }
      return nil
    }
    if !isSuccess { removeStatistics() }
    let said = FileManager.default.contents(atPath: messages) ?? Data()
    let text = String(decoding: said.prefix(4 << 20), as: UTF8.self)
    return (isSuccess, text.replacing(source, with: stem + ".swift"))
  }

  /// A compiler that finds errors leaves behind what it has counted, which nobody wants.
  private nonisolated func removeStatistics() {
    let statistics = folder + "/statistics"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: statistics)) ?? [] {
      try? FileManager.default.removeItem(atPath: statistics + "/" + name)
    }
  }

  /// Another module stands in front of all others.
  ///
  /// - Parameter importsMore: whether it reads modules that no earlier one did.
  func follow(_ module: String, importsMore: Bool) async {
    newest = module
    cells += 1
    for isOptimized in [false, true] {
      if let current = waiting[isOptimized] {
        let isLate = cells - current.cells >= Self.maximumLag || importsMore
        if current.isUsed && isLate { wanted.insert(isOptimized) }
      }
    }
    for isOptimized in wanted { Task { await renew(isOptimized: isOptimized) } }
    wanted = []
  }

  /// Lets go of all compilers: what they have read is no longer true.
  func forget() {
    generation += 1
    wanted.formUnion(waiting.keys)
    waiting = [:]
  }

  private func renew(isOptimized: Bool) async {
    guard coming.insert(isOptimized).inserted else { return }
    defer { coming.remove(isOptimized) }
    let (cells, generation) = (cells, generation)
    guard let last = announceModules(), let base = await base(reading: newest),
      let snapshot = try? CompilerSnapshot(
        toolchain, arguments: arguments(isOptimized) + ["-import-module", base], gate: base),
      await snapshot.isReady()
    else { return }
    guard generation == self.generation else {
      wanted.insert(isOptimized)
      return
    }
    waiting[isOptimized] = Waiting(snapshot: snapshot, cells: cells, last: last)
  }

  /// Makes files for the modules to come, and returns the last one.
  ///
  /// A compiler lists the folders of modules once, and finds what is in the list.
  private func announceModules() -> String? {
    guard let serial = Int(latest.dropFirst(CellNames.prefix.count)) else { return nil }
    let modules = (serial + 1...serial + Self.announced).map(CellNames.module)
    for name in modules + modules.map(Self.base) {
      let file = open(folder + "/\(name).swiftmodule", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      guard file >= 0 else { return nil }
      close(file)
    }
    return modules.last
  }

  private static func base(of module: String) -> String {
    "Base" + module.dropFirst(CellNames.prefix.count)
  }

  /// A module that makes the compiler read another one, and all those behind it.
  ///
  /// If the compiler were told to import a cell itself, that cell's names would be as near as those
  /// of newer cells, and could not be told apart from them.
  private func base(reading module: String) async -> String? {
    if let base = bases[module] { return await base.value }
    let name = Self.base(of: module)
    let path = folder + "/" + name + ".swiftmodule"
    let task = Task { [template, toolchain, folder, searchPaths] () -> String? in
      if let template, template.write(to: path, base: name, module: module) { return name }
      let stem = folder + "/" + name
      guard (try? Data("import \(module)\n".utf8).write(to: URL(filePath: stem + ".swift"))) != nil
      else { return nil }
      let result = try? await Subprocess.run(
        .path(FilePath(toolchain.frontend)),
        arguments: Arguments(
          ["-frontend", "-emit-module", "-parse-as-library", stem + ".swift"]
            + ["-module-name", name, "-o", stem + ".swiftmodule"] + searchPaths),
        input: .none, output: .discarded, error: .discarded)
      return result?.terminationStatus.isSuccess == true ? name : nil
    }
    bases[module] = task
    let base = await task.value
    if template == nil, base != nil {
      template = BaseTemplate(path: path, base: name, module: module)
    }
    return base
  }
}
