internal import Glibc
internal import Synchronization

/// The reader's wish to stop the cell, as the process that runs cells knows it.
///
/// Outside a notebook the symbols of that process do not exist, and nothing is ever interrupted.
/// Unchecked, because the flag is one word that the process sets and everybody reads.
struct Interruption: @unchecked Sendable {
  static let shared = Interruption()

  private let flag: UnsafePointer<Int32>
  private let stopWanted: (@convention(c) () -> Bool)?
  private let safePoint: (@convention(c) () -> Void)?
  private static let deferrals = Atomic<Int>(0)

  private init() {
    if let found = dlsym(nil, "martlet_interrupt_flag") {
      flag = UnsafePointer(found.assumingMemoryBound(to: Int32.self))
    } else {
      let never = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
      never.initialize(to: 0)
      flag = UnsafePointer(never)
    }
    stopWanted = dlsym(nil, "martlet_stop_wanted").map {
      unsafeBitCast($0, to: (@convention(c) () -> Bool).self)
    }
    safePoint = dlsym(nil, "martlet_safe_point").map {
      unsafeBitCast($0, to: (@convention(c) () -> Void).self)
    }
  }

  /// Whether what the calling thread does is of no more use: it is the cell's, and shall stop.
  @inline(__always)
  var isWanted: Bool { flag.pointee != 0 && isStopping }

  /// Ends the cell here when that was asked for; then it does not return, so no lock may be held.
  @inline(__always)
  func stopIfAsked() {
    if flag.pointee != 0 && isStopping { safePoint?() }
  }

  @inline(never)
  private var isStopping: Bool {
    Self.deferrals.load(ordering: .relaxed) == 0 && stopWanted?() ?? false
  }

  fileprivate static func deferring(_ body: () -> Void) {
    deferrals.wrappingAdd(1, ordering: .relaxed)
    body()
    deferrals.wrappingSubtract(1, ordering: .relaxed)
  }
}

/// Runs `body`, in which no cell is stopped: it holds something that others would wait for.
public func withoutInterruption(_ body: () -> Void) { Interruption.deferring(body) }
