import Foundation
import Logging
import WorkerProtocol

/// The state of one notebook: the cells that ran, and the worker that holds their values.
///
/// Cells are executed one at a time; ``interrupt()`` may be called meanwhile.
public actor Session {
  let compiler: CellCompiler
  let symbolicator: Symbolicator
  let log: Logger
  let line = WorkerLine()
  var worker: WorkerProcess
  var chain = CellChain()
  private var work: Task<CellCompiler.Product, any Error>?
  private var times = CellTimes()
  private var isExecuting = false
  private var isStopWanted = false
  private var stopAsked: ContinuousClock.Instant?
  private static let patience = Duration.seconds(3)

  /// Starts a worker.
  ///
  /// - Throws: when the worker or its folder cannot be made.
  public init(toolchain: Toolchain, log: Logger) throws {
    compiler = try CellCompiler(toolchain: toolchain, folder: try WorkFolder())
    symbolicator = Symbolicator(toolchain: toolchain)
    self.log = log
    let line = line
    worker = try WorkerProcess(toolchain) { line.take($0) }
    Task { [compiler] in await compiler.start() }
  }

  /// Compiles and runs a cell.
  ///
  /// - Parameters:
  ///   - text: the cell's source.
  ///   - label: its number, as the user sees it.
  ///   - output: takes what the cell shows and prints, in order. It may be called after the cell
  ///     has ended, by threads the cell has started. A call that waits slows the cell down.
  ///   - readLine: asks the user for a line, when the cell reads its standard input; `nil` where
  ///     nobody can be asked, and the cell finds the end of its input. When it throws, the cell
  ///     is left waiting: it is about to be stopped.
  public func execute(
    _ text: String, label: Int, output: @escaping @Sendable (CellOutput) -> Void,
    readLine: @escaping @Sendable () async throws -> String? = { nil }
  ) async -> CellOutcome {
    let start = ContinuousClock.now
    let text = SourceLines.normalized(text)
    let module = chain.nextModule(label: label)
    let plan = latePlan(text, .keeping, module: module, label: label)
    if plan.isEmpty { return .finished }
    if plan.isTooDeep { return .failed(.tooDeep) }
    chain.remember(plan, label: label)
    times = CellTimes(parse: .since(start))
    isExecuting = true
    isStopWanted = false
    stopAsked = nil
    defer { isExecuting = false }
    do {
      let older = chain.confusable(with: plan)
      let front = await hide(older, label: label)
      let notices = opaqueNotices(older)
      let (product, plan) = try await compile(
        plan, as: module, behind: front?.module, disfavoring: older, label: label)
      (times.compile, times.link) = (product.compileTime, product.linkTime)
      show(warnings: product.diagnostics, output)
      let before = chain.mark
      if let front { putInFront(front) }
      let importsMore = !chain.imports.isSuperset(of: plan.imports)
      chain.append(
        .init(
          label: label, module: product.module, library: product.library, plan: plan,
          isVisible: plan.declares))
      if plan.declares {
        await compiler.snapshots.follow(product.module, importsMore: importsMore)
      }
      let kept = await handOn(plan, behind: before.bindings)
      show(notices: (plan.late?.notices ?? []) + notices + kept, output)
      do {
        try await run(product, replacing: plan.late?.replaced ?? [], output, readLine)
      } catch let failure as NotLoaded {
        chain.undo(to: before)
        await compiler.snapshots.forget()
        throw failure.reason
      }
      log.debug("cell \(label): \(times)")
      return .finished
    } catch let failure as CellFailure {
      return .failed(failure)
    } catch {
      log.error("cell \(label): \(error)")
      return .failed(.internal("\(error)"))
    }
  }

  /// Stops the running cell; harmless when none runs.
  ///
  /// Asked again for a cell that has not stopped in all that time, it ends the worker: the cell has
  /// broken what it takes to stop one, by closing `stdout` or blocking all signals, say.
  public func interrupt() {
    guard isExecuting else { return }
    if work == nil, let asked = stopAsked, asked.duration(to: .now) > Self.patience {
      return worker.kill()
    }
    stopAsked = stopAsked ?? .now
    isStopWanted = true
    work?.cancel()
    // The worker knows whether a cell is on its way or running.
    worker.send(.interrupt)
  }

  /// Ends the worker and removes the session's files.
  public func end() {
    work?.cancel()
    worker.close()
    compiler.folder.remove()
  }

  // MARK: Compiling

  /// Compiles a cell in front of older ones, which are left as they were when it fails.
  private func compile(
    _ plan: CellPlan, as module: String, behind front: String?,
    disfavoring older: [ConfusableFunction], label: Int
  ) async throws -> (CellCompiler.Product, CellPlan) {
    let older = await disfavor(older)
    do {
      return try await compile(plan, as: module, behind: front, label: label)
    } catch {
      await takeBack(older)
      throw error
    }
  }

  /// Compiles a cell, with less inserted where that is in the way.
  private func compile(
    _ plan: CellPlan, as module: String, behind front: String?, label: Int
  ) async throws -> (CellCompiler.Product, CellPlan) {
    do {
      return (try await product(of: plan, as: module, behind: front, label: label), plan)
    } catch CellCompiler.Failure.diagnosed(let diagnostics) {
      if let simpler = simpler(plan, module: module, label: label, after: diagnostics) {
        chain.remember(simpler, label: label)
        return try await compile(simpler, as: module, behind: front, label: label)
      }
      // Where what was inserted is itself in the way (a last expression that cannot be an
      // argument), the cell runs as it was typed.
      // Its diagnostics are the better ones too, but it warns of a last expression that is unused.
      let bare = barePlan(plan)
      if bare.instrumentedText == plan.instrumentedText { throw failure(diagnostics) }
      chain.remember(bare, label: label)
      do {
        return (try await product(of: bare, as: module, behind: front, label: label), bare)
      } catch CellCompiler.Failure.diagnosed(let diagnostics) {
        throw failure(plan.awaits ? diagnostics : diagnostics.withoutWarnings)
      }
    } catch CellCompiler.Failure.broken(let tool, let text) {
      throw CellFailure.internal("\(tool) failed: \(text)")
    }
  }

  private func product(
    of plan: CellPlan, as module: String, behind front: String?, label: Int
  ) async throws -> CellCompiler.Product {
    let source = chain.source(of: plan, front: front, label: label)
    let imports = chain.imports.union(plan.imports)
    let compiler = compiler
    let work = Task {
      try await compiler.compile(
        source, module: module, optimization: plan.optimization, imports: imports)
    }
    self.work = work
    defer { self.work = nil }
    do {
      return try await work.value
    } catch {
      if work.isCancelled { throw CellFailure.interrupted(frames: []) }
      throw error
    }
  }

  private var renderer: DiagnosticRenderer {
    let chain = chain
    return DiagnosticRenderer(
      plan: { chain.plan(file: $0) }, label: { chain.label(module: $0) },
      isDeclared: { name in chain.links.contains { $0.plan.types.contains(name) } })
  }

  private func failure(_ diagnostics: [Diagnostic]) -> CellFailure {
    let renderer = renderer
    let diagnostics = explainingOverrides(
      explainingAwaits(renderer.aboutTheUsersCode(diagnostics.map(chain.located))))
    let first = diagnostics.first { $0.severity == .error }
    return CellFailure(
      name: "CompileError", message: first.map { renderer.summary($0) } ?? "",
      traceback: diagnostics.flatMap { renderer.lines($0) })
  }

  private func explainingAwaits(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard let file = diagnostics.first(where: MissingAwait.isPossible)?.file,
      let plan = chain.plan(file: file)
    else { return diagnostics }
    return withDeepStack { diagnostics.map(MissingAwait(plan).explained) }
  }

  private func show(notices: [String], _ output: @Sendable (CellOutput) -> Void) {
    for notice in notices { output(.stderr(notice + "\n")) }
  }

  private func show(
    warnings: [Diagnostic], _ output: @Sendable (CellOutput) -> Void
  ) {
    let warnings = renderer.aboutTheUsersCode(warnings.map(chain.located))
    guard !warnings.isEmpty else { return }
    output(.stderr(warnings.flatMap { renderer.lines($0) }.joined(separator: "\n") + "\n"))
  }

  // MARK: Running

  private func run(
    _ product: CellCompiler.Product, replacing slots: [Int],
    _ output: @escaping @Sendable (CellOutput) -> Void,
    _ readLine: @escaping @Sendable () async throws -> String?
  ) async throws {
    if isStopWanted { throw CellFailure.interrupted(frames: []) }
    let worker = worker
    // Not the whole chain: what a cell's threads show later is told of it too, and then each cell
    // would copy all others.
    let labels = chain.labels
    let start = ContinuousClock.now
    let event = await line.run(
      output: { output($0.readable { labels[$0] }) },
      stray: { output(.stderr($0.strayMessage)) },
      inputWanted: { Task { worker.send(.input(try await readLine())) } }
    ) {
      worker.send(.run(path: product.library, entry: product.entry, replacing: slots))
    }
    times.load = start.duration(to: line.loaded ?? start)
    times.run = .since(line.loaded ?? start)
    switch event {
    case .finished: return
    case .threw(let type, let message, let frames):
      throw await unfinished(frames) {
        .thrown(type: type, message: message, frames: $0, self.quote)
      }
    case .trapped(let trap):
      throw await unfinished(trap.frames) {
        .trapped(trap, $0, label: { chain.label(module: $0) }, self.quote)
      }
    case .exited(let code, let frames):
      throw await unfinished(frames) { .exited(code: code, frames: $0.frames, self.quote) }
    case .interrupted(let frames):
      throw await unfinished(frames) { .interrupted(frames: $0.frames) }
    case .failedToLoad(let reason):
      if let symbol = reason.firstMatch(of: /undefined symbol: (\S+)/) {
        throw NotLoaded(reason: .unlinked("\(symbol.1)"))
      }
      throw NotLoaded(reason: .internal("the cell could not be loaded: \(reason)"))
    case .ready, .loaded, .shown, .inputWanted, .strayTrap, nil: throw await restartWorker()
    }
  }

  /// Says where a cell stopped, and hides the variables it did not come to set.
  private func unfinished(
    _ frames: [Frame], failure: (Symbolicator.Result) -> CellFailure
  ) async -> CellFailure {
    let chain = chain
    var found = await symbolicator.look(up: frames, cells: compiler.folder.path) {
      chain.label(module: $0)
    }
    found.frames.removeAll { !(chain.plan(file: $0.file)?.holds($0) ?? true) }
    found.frames = found.frames.withoutAllocators(quote)
    await hideUnset(stoppedAt: found.frames)
    return failure(found)
  }

  private func quote(_ frame: UserFrame) -> String? {
    chain.plan(file: frame.file)?.source.line(frame.line)
  }
}

/// A cell was compiled, but its library is not there.
private struct NotLoaded: Error {
  let reason: CellFailure
}
