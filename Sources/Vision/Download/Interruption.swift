@_implementationOnly import Glibc

/// The reader's wish to stop the cell, as the worker process knows it.
///
/// Outside a notebook the worker's symbols do not exist, and nothing is ever interrupted.
enum Interruption {
  private static let requested = dlsym(nil, "martlet_interrupt_requested").map {
    unsafeBitCast($0, to: (@convention(c) () -> Int32).self)
  }
  private static let safePoint = dlsym(nil, "martlet_safe_point").map {
    unsafeBitCast($0, to: (@convention(c) () -> Void).self)
  }

  /// True when work that takes long should clean up and call `stopIfRequested()`.
  static var isRequested: Bool {
    requested.map { $0() != 0 } ?? false
  }

  /// Ends the cell here when that was asked for.
  ///
  /// Call it with no lock held and no file half open:
  /// it does not return then.
  static func stopIfRequested() {
    safePoint?()
  }
}
