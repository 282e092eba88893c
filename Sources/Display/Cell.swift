@_implementationOnly import Synchronization

/// The cell that is running.
public enum Cell {
  private static let hooks = Mutex<[@Sendable () -> Void]>([])
  private static let number = Atomic<Int>(0)

  /// A number that is another one in each cell.
  package static var serial: Int { number.load(ordering: .relaxed) }

  /// Runs a closure once, when the code of the running cell has ended normally.
  ///
  /// Open figures show themselves this way. Closures run in the order they were given, on the
  /// thread of the cell; one that is given by another closure runs after those before it. A
  /// cell that stops with an error drops them.
  public static func atEnd(_ hook: @escaping @Sendable () -> Void) {
    hooks.withLock { $0.append(hook) }
  }

  /// Drops what a cell left behind that ended with an error.
  ///
  /// The engine calls it.
  public static func start() {
    number.add(1, ordering: .relaxed)
    let dropped = hooks.withLock { take(&$0) }
    // Released here, outside of the lock: a closure may own values whose `deinit` is user code.
    _ = dropped
  }

  /// Runs the closures of the cell that has ended.
  ///
  /// The engine calls it.
  public static func finish() {
    while true {
      let due = hooks.withLock { take(&$0) }
      if due.isEmpty { break }
      for hook in due { hook() }
    }
    number.add(1, ordering: .relaxed)
  }

  private static func take(_ hooks: inout [@Sendable () -> Void]) -> [@Sendable () -> Void] {
    defer { hooks = [] }
    return hooks
  }
}

/// `Cell.start()` for the worker, which finds it by name.
@_cdecl("martlet_cell_started")
public func martletCellStarted() { Cell.start() }

/// `Cell.finish()` for the worker, which finds it by name.
@_cdecl("martlet_cell_finished")
public func martletCellFinished() { Cell.finish() }
