import Foundation

/// Turns a cell's source into a library that the worker can load.
struct CellCompiler: Sendable {
  let toolchain: Toolchain
  let folder: WorkFolder
  let snapshots: CompilerSnapshots
  private let linker: CellLinker

  private static let headers = [ReplacementTable.header, SafePoint.header]

  /// - Throws: when the headers that cells see cannot be written.
  init(toolchain: Toolchain, folder: WorkFolder) throws {
    self.toolchain = toolchain
    self.folder = folder
    let path = folder.path
    for header in Self.headers { try header.install(in: Self.cache) }
    linker = try CellLinker(toolchain: toolchain, folder: path)
    snapshots = CompilerSnapshots(
      toolchain: toolchain, folder: path,
      searchPaths: Self.searchPaths(toolchain: toolchain, folder: path)
    ) { optimization in
      Self.arguments(
        toolchain: toolchain, folder: path, source: path + "/waiting.swift",
        module: CompilerSnapshot.placeholder, optimization: optimization)
        // Keeps the compiler from taking its data apart before it makes machine code.
        + ["-stats-output-dir", path + "/statistics"]
    }
  }

  /// A module as the compiler left it.
  struct Product: Sendable {
    let module: String
    let library: String
    let diagnostics: [Diagnostic]
    let compileTime: Duration
    let linkTime: Duration
    var entry: String { CellCompiler.entry(of: module) }
  }

  enum Failure: Error {
    /// The compiler says what is wrong with the source.
    case diagnosed([Diagnostic])
    /// The compiler or the linker itself failed.
    case broken(tool: String, text: String)
  }

  /// Starts what is to wait for cells.
  func start() async {
    async let linker: Void = linker.start()
    await snapshots.start()
    await linker
  }

  static func entry(of module: String) -> String { module + "_main" }

  /// Compiles and links one module.
  ///
  /// - Parameters:
  ///   - text: the source, its own lines named by a `#sourceLocation` in it.
  ///   - module: the module's name, which no other module of the session has.
  ///   - imports: modules whose libraries the linker is told of.
  ///   - isScript: whether the source has code at its top level.
  func compile(
    _ text: String, module: String, optimization: Optimization, isScript: Bool = true,
    imports: Set<String>
  ) async throws -> Product {
    let stem = folder.path + "/" + module
    try WorkFolder.write(text.utf8, to: stem + ".swift")
    let start = ContinuousClock.now
    let compiled = try await compile(module: module, optimization: optimization, isScript: isScript)
    let diagnostics = Diagnostic.parse(compiled.text)
    guard compiled.isSuccess else {
      if diagnostics.contains(where: { $0.severity == .error }) {
        throw Failure.diagnosed(diagnostics)
      }
      throw Failure.broken(tool: "swift-frontend", text: compiled.text)
    }
    ModuleFile.lighten(path: stem + ".swiftmodule")
    let end = ContinuousClock.now
    let library = folder.path + "/lib\(module).so"
    let linked = try await linker.link(stem + ".o", to: library, imports: imports)
    guard linked.isSuccess else { throw Failure.broken(tool: "ld.lld", text: linked.text) }
    // Not removed: a file system that has just removed many files takes longer to make new ones.
    truncate(stem + ".o", 0)
    return Product(
      module: module, library: library, diagnostics: diagnostics,
      compileTime: start.duration(to: end), linkTime: .since(end))
  }

  /// Has a module's source, which lies in the folder, compiled by whoever is fastest.
  private func compile(module: String, optimization: Optimization, isScript: Bool) async throws -> (
    isSuccess: Bool, text: String
  ) {
    if isScript, let result = await snapshots.compile(module, optimization: optimization) {
      return result
    }
    try Task.checkCancellation()
    return try await Toolchain.run(
      toolchain.frontend,
      Self.arguments(
        toolchain: toolchain, folder: folder.path, source: "\(folder.path)/\(module).swift",
        module: module, optimization: optimization) + (isScript ? [] : ["-parse-as-library"]))
  }

  /// - Parameter interface: the file that describes the module for later cells, when nothing else is
  ///   wanted.
  static func arguments(
    _ action: String = "-c", toolchain: Toolchain, folder: String, source: String, module: String,
    optimization: Optimization, interface: String? = nil
  ) -> [String] {
    [
      "-frontend", action, "-primary-file", source, "-module-name", module,
      "-swift-version", "5", "-enable-bare-slash-regex",
      "-entry-point-function-name", Self.entry(of: module),
      "-enable-testing", "-disable-access-control", optimization == .none ? "-Onone" : "-O",
      "-gline-tables-only", "-diagnostic-style", "llvm",
      // The linker is told of libraries here; the compiler would ask every cell for its own.
      "-disable-all-autolinking",
      // The worker finds the callers of a `throw` by frame pointers.
      "-Xcc", "-fno-omit-frame-pointer",
      // A call at the end of a function would take over its frame: the function would be missing
      // from the frames of a trap, and a function that only calls itself would never end.
      "-Xcc", "-Xclang", "-Xcc", "-default-function-attr",
      "-Xcc", "-Xclang", "-Xcc", "disable-tail-calls=true",
      // Functions of the same text would become one, and the frames would name any of them.
      "-disable-llvm-merge-functions-pass", "-Xllvm", "-swiftmergefunc-threshold=0",
      // A loop is split by whether what it calls was replaced.
      "-Xllvm", "-enable-nontrivial-unswitch",
      "-in-process-plugin-server-path", toolchain.pluginServer,
      "-plugin-path", toolchain.plugins,
    ]
      + (optimization == .careful
        ? ["-Xllvm", "-sil-disable-pass=" + CompilerSnapshot.storePass] : [])
      + (interface.map { ["-o", $0, "-I", folder + "/" + hiddenFolder] } ?? [
        "-emit-module-path", "\(folder)/\(module).swiftmodule", "-o", "\(folder)/\(module).o",
      ]) + searchPaths(toolchain: toolchain, folder: folder)
  }

  private static func searchPaths(toolchain: Toolchain, folder: String) -> [String] {
    ["-I", folder, "-I", toolchain.modules, "-module-cache-path", cache + "/modules"]
      + headers.flatMap { ["-I", $0.folder(in: cache)] }
  }

  /// Shared by all sessions: what does not depend on any cell.
  private static var cache: String {
    let home =
      ProcessInfo.processInfo.environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
    return home + "/martlet"
  }
}
