import CCellWorker
import Glibc
import WorkerProtocol

/// Loads and runs cells, one after the other, on a thread of its own.
final class CellRunner: @unchecked Sendable {
  private var commands: [WorkerCommand] = []
  private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(arrival, nil)
    startThread { self.work() }
    startThread { self.watchStrayTraps() }
  }

  /// Queues a command.
  func enqueue(_ command: WorkerCommand) {
    pthread_mutex_lock(mutex)
    commands.append(command)
    pthread_cond_signal(arrival)
    pthread_mutex_unlock(mutex)
  }

  private func next() -> WorkerCommand {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while commands.isEmpty { pthread_cond_wait(arrival, mutex) }
    return commands.removeFirst()
  }

  private func work() {
    post(.ready)
    while true {
      switch next() {
      case .preload(let path): preload(path)
      case .restore(let path, let slots):
        complain(about: path, load(path, isCell: true))
        replace(slots)
      case .run(let path, let entry, let slots): post(run(path, entry, replacing: slots))
      case .interrupt, .input, .acknowledge: break  // the reader of commands sees to them
      }
    }
  }

  private func preload(_ path: String) {
    if let reason = load(path, isCell: false) { return complain(about: path, reason) }
    typealias Flag = @convention(c) () -> UnsafeMutablePointer<Int32>
    typealias Hook = @convention(c) () -> Void
    func hook(_ name: String) -> Hook? {
      martlet_symbol(name).map { unsafeBitCast($0, to: Hook.self) }
    }
    let flag = martlet_symbol("martlet_poll_flag").map { unsafeBitCast($0, to: Flag.self)() }
    martlet_take_over_tasks()
    martlet_set_support(flag, hook("martlet_cell_started"), hook("martlet_cell_finished"))
  }

  private func complain(about path: String, _ reason: String?) {
    guard let reason else { return }
    print("martlet-worker: \(path) could not be loaded: \(reason)")
  }

  /// Functions of older cells send their callers on from now on.
  private func replace(_ slots: [Int]) {
    for slot in slots { martlet_replace(Int32(slot)) }
  }

  /// Loads a library, or says why it cannot.
  private func load(_ path: String, isCell: Bool) -> String? {
    var reason: UnsafePointer<CChar>?
    if martlet_load(path, isCell, &reason) != 0 { return nil }
    return reason.map { String(cString: $0) } ?? path
  }

  /// Runs a cell to its end, whichever that is.
  private func run(
    _ path: String, _ entry: String, replacing slots: [Int]
  ) -> WorkerEvent {
    // Before the event is sent: the next cell may be on its way right after.
    defer { martlet_forget_run() }
    MemoryLimit.renew()
    if let reason = load(path, isCell: true) { return .failedToLoad(reason: reason) }
    guard let symbol = martlet_symbol(entry) else {
      return .failedToLoad(reason: "\(path) has no entry point \(entry)")
    }
    replace(slots)
    typealias Entry =
      @convention(c) (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    var report = martlet_report()
    post(.loaded)
    martlet_run(unsafeBitCast(symbol, to: Entry.self), &report)
    return WorkerEvent(report)
  }

  /// Traps on threads that a finished cell had started.
  private func watchStrayTraps() {
    var report = martlet_report()
    while true {
      martlet_wait_for_stray_report(&report)
      post(.strayTrap(Trap(report)))
    }
  }
}

/// Sends an event to the kernel process.
func post(_ event: WorkerEvent) {
  let packet = event.packet
  martlet_post(Int32(packet.kind), packet.payload, packet.payload.count)
}
