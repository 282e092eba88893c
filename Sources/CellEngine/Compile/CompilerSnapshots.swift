import Foundation

/// The compilers that wait for the next cell: one for code to optimise, one for other code.
///
/// Each has read the cells up to some recent one; what is newer a cell's compile reads itself. So
/// from time to time they read on, behind the scenes. When a compiler has almost done that as often
/// as it can, another one is started, and takes its place when ready.
actor CompilerSnapshots {
  /// How many cells may be newer than what a compiler has read: one in use, and one that is not yet.
  private static let maximumLag = (used: 8, unused: 32)

  private struct Waiting {
    let snapshot: CompilerSnapshot
    /// The bases it has not read.
    var bases: ArraySlice<String>
    /// How many cells there were when it last read.
    var cells: Int
    /// The last cell that it can be asked for.
    let last: Int
    var isUsed = false
  }

  private let toolchain: Toolchain
  private let folder: String
  private let bases: BaseModules
  private let arguments: @Sendable (Optimization) -> [String]
  private var waiting: [Bool: Waiting] = [:]
  private var wanted: Set<Bool> = []
  private var coming: Set<Bool> = []
  private var reading: Set<Bool> = []
  private var newest = "CellSupport"
  private var announced: AnnouncedModules
  /// The last cell that was compiled.
  private var latest = 0
  private var seriesCount = 0
  private var cells = 0
  private var generation = 0

  init(
    toolchain: Toolchain, folder: String, searchPaths: [String],
    arguments: @escaping @Sendable (Optimization) -> [String]
  ) {
    self.toolchain = toolchain
    self.folder = folder
    self.arguments = arguments
    bases = BaseModules(toolchain: toolchain, folder: folder, searchPaths: searchPaths)
    announced = AnnouncedModules(folder: folder)
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
  func compile(_ module: String, optimization: Optimization) async -> (
    isSuccess: Bool, text: String
  )? {
    let isOptimized = optimization != .none
    guard module.utf8.count == CompilerSnapshot.placeholder.utf8.count else { return nil }
    latest = max(latest, CellNames.serial(module) ?? 0)
    guard let current = waiting[isOptimized], latest <= current.last else {
      wanted.insert(isOptimized)
      return nil
    }
    let snapshot = current.snapshot
    waiting[isOptimized]?.isUsed = true
    let stem = folder + "/" + module
    let result = await snapshot.compile(
      module: module, isCareful: optimization != .full, source: stem + ".swift")
    guard let result else {
      if waiting[isOptimized]?.snapshot === snapshot { waiting[isOptimized] = nil }
      return nil
    }
    if !result.isSuccess { removeStatistics() }
    return (result.isSuccess, result.text.replacing(source, with: stem + ".swift"))
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
    for (isOptimized, current) in waiting {
      let lag = cells - current.cells
      let isLate =
        current.isUsed
        ? lag >= Self.maximumLag.used || importsMore : lag >= Self.maximumLag.unused
      guard isLate else { continue }
      if current.bases.count <= 2, current.isUsed { wanted.insert(isOptimized) }
      Task { await readMore(isOptimized: isOptimized) }
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

  private func readMore(isOptimized: Bool) async {
    guard reading.insert(isOptimized).inserted else { return }
    defer { reading.remove(isOptimized) }
    guard let current = waiting[isOptimized], let base = current.bases.first else { return }
    let cells = cells
    guard await bases.write(base, reading: newest),
      waiting[isOptimized]?.snapshot === current.snapshot
    else { return }
    current.snapshot.readMore()
    waiting[isOptimized]?.bases.removeFirst()
    waiting[isOptimized]?.cells = cells
  }

  private func renew(isOptimized: Bool) async {
    guard coming.insert(isOptimized).inserted else { return }
    defer { coming.remove(isOptimized) }
    seriesCount += 1
    let (cells, generation, names) = (cells, generation, BaseModules.series(seriesCount))
    guard announced.announce(behind: latest, names) else { return }
    let last = announced.last
    guard await bases.write(names[0], reading: newest),
      let snapshot = try? CompilerSnapshot(
        toolchain, arguments: arguments(isOptimized ? .careful : .none), bases: names,
        folder: folder),
      await snapshot.isReady()
    else { return }
    guard generation == self.generation else {
      wanted.insert(isOptimized)
      return
    }
    waiting[isOptimized] = Waiting(
      snapshot: snapshot, bases: names.dropFirst(), cells: cells, last: last)
  }
}
