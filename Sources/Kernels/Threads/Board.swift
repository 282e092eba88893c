internal import Glibc
internal import Synchronization

/// One call of `ThreadPool.run`: chunks that threads take one by one until none is left.
///
/// Unchecked, because `body` may touch anything; the caller of `run` waits until it is done.
final class Job: @unchecked Sendable {
  private let chunks: Int
  private var body: ((Int) -> Void)?
  private let next = Atomic<Int>(0)
  /// Threads that still work on this job besides its owner.
  let helpers = Atomic<Int>(0)

  init(chunks: Int, body: @escaping (Int) -> Void) {
    self.chunks = chunks
    self.body = body
  }

  /// Does chunks until none is left.
  ///
  /// Never inlined, so that on return no copy of `body` is held.
  @inline(never)
  func takeChunks() {
    guard let body else { return }
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if chunk >= chunks { return }
      body(chunk)
    }
  }

  /// Lets go of `body`, which must not outlive the call of `run`, once no helper is left.
  func finish() {
    // Helpers only finish the chunk they hold now, which is as short as ours was.
    var spins = 0
    while helpers.load(ordering: .acquiring) > 0 {
      spins += 1
      if spins > 1000 { sched_yield() }
    }
    body = nil
  }
}

/// Where an owner posts its job and workers wait for one.
///
/// Unchecked, because the lock below guards `job` and `posted`.
final class Board: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var job: Job?
  private let posted = Atomic<Int>(0)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }

  /// Works on `job` with whoever comes to help, until it is done.
  func share(_ job: Job) {
    pthread_mutex_lock(lock)
    self.job = job
    posted.wrappingAdd(1, ordering: .releasing)
    pthread_cond_broadcast(arrival)
    pthread_mutex_unlock(lock)
    job.takeChunks()
    pthread_mutex_lock(lock)
    self.job = nil
    pthread_mutex_unlock(lock)
    job.finish()
  }

  /// A worker's life.
  func work() {
    var seen = 0
    while true {
      spin(until: seen)
      pthread_mutex_lock(lock)
      while posted.load(ordering: .relaxed) == seen { pthread_cond_wait(arrival, lock) }
      seen = posted.load(ordering: .relaxed)
      let job = self.job
      job?.helpers.wrappingAdd(1, ordering: .relaxed)
      pthread_mutex_unlock(lock)
      guard let job else { continue }
      job.takeChunks()
      job.helpers.wrappingSubtract(1, ordering: .releasing)
    }
  }

  /// Waits some microseconds for a new job before sleeping: jobs of a training step follow each
  /// other closely, and waking a sleeper costs more than the wait.
  private func spin(until seen: Int) {
    for _ in 0..<10_000 {
      if posted.load(ordering: .acquiring) != seen { return }
    }
  }
}
