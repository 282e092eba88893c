import WorkerProtocol

extension Session {
  /// Starts another worker in place of one that is gone.
  ///
  /// It has the functions and types of all cells that ran. Their values are lost.
  func restartWorker() async -> CellFailure {
    let cause = await worker.causeOfDeath()
    worker.kill()
    let line = line
    line.renew()
    let lost: CellFailure = .workerDied(cause: cause)
    do {
      worker = try WorkerProcess(compiler.toolchain) { line.take($0) }
    } catch {
      return .internal("\(lost.message) No other could be started: \(error)")
    }
    for link in chain.links where link.isVisible {
      worker.send(.restore(path: link.library, replacing: link.plan.late?.replaced ?? []))
      for (library, slots) in link.successions {
        worker.send(.restore(path: library, replacing: slots))
      }
    }
    await hideAll()
    return lost
  }
}
