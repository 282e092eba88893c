internal import Glibc
internal import Synchronization

/// The threads that share the work of large kernels: the caller and one worker per further core.
///
/// Workers live as long as the process and sleep between jobs. One job runs at a time; a caller
/// that finds the pool busy, such as a worker itself, does its whole job alone, so threads never
/// nest. Which thread takes which chunk is left to chance; what a chunk holds is not, so results
/// do not depend on the number of threads.
public final class ThreadPool: Sendable {
  /// The pool of the process, with `MARTLET_THREADS` threads or one per available core.
  public static let shared = ThreadPool(threads: availableThreads())

  /// Number of threads that take part, the caller included.
  public let threads: Int
  private let busy = Atomic<Bool>(false)
  private let board = Board()

  /// Starts a pool with the given number of threads, of which the caller is one.
  public init(threads: Int) {
    self.threads = max(1, threads)
    let board = self.board
    for _ in 1..<self.threads { startThread { board.work() } }
  }

  /// Runs `body` once for each number below `chunks` and returns when all calls are done.
  ///
  /// Called by a cell that shall stop, it leaves out what is left and does not return.
  public func run(chunks: Int, _ body: (Int) -> Void) {
    if chunks < 2 || threads == 1 || busy.exchange(true, ordering: .acquiring) {
      for chunk in 0..<chunks where !Interruption.shared.isWanted { body(chunk) }
      return Interruption.shared.stopIfAsked()
    }
    withoutActuallyEscaping(body) { body in
      board.share(chunks: chunks, body)
    }
    busy.store(false, ordering: .releasing)
    Interruption.shared.stopIfAsked()
  }
}

/// `MARTLET_THREADS` when it holds a positive number, else the number of cores that are on.
private func availableThreads() -> Int {
  if let text = getenv("MARTLET_THREADS"), let count = Int(String(cString: text)), count > 0 {
    return count
  }
  return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// Starts a detached thread with all signals blocked: those are the main program's to handle.
private func startThread(_ body: @escaping @Sendable () -> Void) {
  var all = sigset_t()
  var previous = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, &previous)
  defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Body(run: body))
  let status = pthread_create(
    &thread, nil,
    { box in
      Unmanaged<Body>.fromOpaque(box!).takeRetainedValue().run()
      return nil
    }, box.toOpaque())
  precondition(status == 0, "no thread could be started: \(String(cString: strerror(status)))")
  pthread_detach(thread)
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
