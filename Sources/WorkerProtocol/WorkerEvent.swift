/// What the worker tells the kernel process.
public enum WorkerEvent: Equatable, Sendable {
  /// Something to show: `martlet_post` with a kind below 16.
  case shown(Shown)
  /// The worker reads commands.
  case ready
  /// The cell's library was loaded and is about to run.
  case loaded
  /// The cell's code ran to its end.
  case finished
  /// The cell's code trapped; its thread is parked.
  case trapped(Trap)
  /// An error was thrown that nothing caught.
  case threw(type: String, message: String, frames: [Frame])
  /// The cell called `exit(code)`.
  case exited(code: Int32, frames: [Frame])
  /// The cell was stopped as the user asked.
  case interrupted(frames: [Frame])
  /// The cell's library could not be loaded.
  case failedToLoad(reason: String)
  /// The cell reads a line of its standard input.
  case inputWanted
  /// A trap on a thread that no cell waits for.
  case strayTrap(Trap)
}

/// Where a thread was: an offset into a loaded library.
public struct Frame: Equatable, Sendable {
  /// The path of the library's file.
  public var library: String
  /// Bytes from where it was loaded.
  public var offset: UInt

  /// A place in a library.
  public init(library: String, offset: UInt) {
    self.library = library
    self.offset = offset
  }
}

/// A trap as the worker saw it.
public struct Trap: Equatable, Sendable {
  /// The signal's number.
  public var signal: Int32
  /// What the Swift runtime said before it, or `""`.
  public var reason: String
  /// False for a thread or task that the cell had started.
  public var isOnCellThread: Bool
  /// Whether the stack was full.
  public var isStackOverflow: Bool
  /// The address that could not be reached, for SIGSEGV and SIGBUS.
  public var faultAddress: UInt
  /// Innermost first.
  public var frames: [Frame]

  /// A trap with all that is known of it.
  public init(
    signal: Int32, reason: String, isOnCellThread: Bool, isStackOverflow: Bool,
    faultAddress: UInt, frames: [Frame]
  ) {
    self.signal = signal
    self.reason = reason
    self.isOnCellThread = isOnCellThread
    self.isStackOverflow = isStackOverflow
    self.faultAddress = faultAddress
    self.frames = frames
  }
}
