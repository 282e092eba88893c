internal import Glibc
internal import Synchronization

/// Where an owner posts its job, and workers wait for one and help with it.
///
/// Unchecked, because `state` says who may touch `chunks` and `body`: the owner before it opens the
/// job and after the last worker left, workers while they are counted in an open job.
final class Board: @unchecked Sendable {
  /// The number of the job, whether it is open, and how many workers look at it.
  private let state = Atomic<Int>(0)
  private static let worker = 1
  private static let workers = 1 << 16 - 1
  private static let open = 1 << 16
  private static let job = 1 << 17

  private var chunks = 0
  private var body: ((Int) -> Void)?
  /// How many chunks were taken from the front and from the back.
  private let taken = Atomic<Int>(0)
  private static let front = 1
  private static let back = 1 << 32

  private let sleepers = Atomic<Int>(0)
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }

  /// Runs `body` for every chunk with whoever comes to help.
  ///
  /// On return `body` is held no more.
  func share(chunks: Int, _ body: @escaping (Int) -> Void) {
    self.chunks = chunks
    self.body = body
    taken.store(0, ordering: .relaxed)
    state.wrappingAdd(Self.job + Self.open, ordering: .sequentiallyConsistent)
    wake(chunks - 1)
    takeChunks(isOwner: true)
    state.wrappingSubtract(Self.open, ordering: .relaxed)
    // Workers only finish the chunk they hold now, which is as short as ours was.
    var spins = 0
    while state.load(ordering: .acquiring) & Self.workers != 0 {
      spins += 1
      if spins > 1000 { sched_yield() }
    }
    self.body = nil
  }

  /// A worker's life.
  func work() {
    var seen = 0
    while true {
      if !spin(until: seen) { sleep(until: seen) }
      let found = state.wrappingAdd(Self.worker, ordering: .acquiring).oldValue
      seen = found / Self.job
      if found & Self.open != 0 { takeChunks(isOwner: false) }
      state.wrappingSubtract(Self.worker, ordering: .releasing)
    }
  }

  /// Does chunks until none is left, or until the owner finds that nobody wants the result.
  ///
  /// The owner takes them from the front and workers from the back, so that a thread goes on with
  /// what the job before has left in its own cache.
  ///
  /// Never inlined, so that on return no copy of `body` is held.
  @inline(never)
  private func takeChunks(isOwner: Bool) {
    guard let body else { return }
    let (one, chunks) = (isOwner ? Self.front : Self.back, chunks)
    while true {
      if isOwner && Interruption.shared.isWanted { taken.store(chunks, ordering: .relaxed) }
      let taken = taken.wrappingAdd(one, ordering: .relaxed).oldValue
      let (back, front) = taken.quotientAndRemainder(dividingBy: Self.back)
      if front + back >= chunks { return }
      body(isOwner ? front : chunks - 1 - back)
    }
  }

  /// Waits a while for another job than number `seen`, and returns whether one came.
  ///
  /// Jobs of a training step follow each other closely, and waking a sleeper costs more than the
  /// wait.
  private func spin(until seen: Int) -> Bool {
    let end = nanoseconds() + Self.patience
    repeat {
      for _ in 0..<200 {
        if state.load(ordering: .relaxed) / Self.job != seen { return true }
      }
      // Where cores are few, it may be the owner who waits for this one.
      sched_yield()
    } while nanoseconds() < end
    return false
  }

  /// Nanoseconds after which a worker without a job sleeps.
  private static let patience = 100_000

  private func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Either the owner sees that somebody sleeps, or the sleeper sees the job: both first write and
  /// then read, in one order for all.
  private func sleep(until seen: Int) {
    sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
    pthread_mutex_lock(lock)
    while state.load(ordering: .sequentiallyConsistent) / Self.job == seen {
      pthread_cond_wait(arrival, lock)
    }
    pthread_mutex_unlock(lock)
    sleepers.wrappingSubtract(1, ordering: .relaxed)
  }

  /// Wakes so many sleepers at most.
  private func wake(_ count: Int) {
    let asleep = sleepers.load(ordering: .sequentiallyConsistent)
    if asleep == 0 { return }
    pthread_mutex_lock(lock)
    for _ in 0..<min(count, asleep) { pthread_cond_signal(arrival) }
    pthread_mutex_unlock(lock)
  }
}
