@_implementationOnly import Glibc

/// The notebook that this code runs in, where it does.
package enum Notebook {
  /// Whether outputs reach a page; a program of its own prints text instead.
  package static var isThere: Bool { WorkerPort.shared != nil }

  private static let safePoint = dlsym(nil, "martlet_safe_point").map {
    unsafeBitCast($0, to: (@convention(c) () -> Void).self)
  }

  /// Ends the cell here when its reader has asked to stop it, and returns at once otherwise.
  ///
  /// Loops of libraries call it now and then; those in cells are stopped by the engine. Call it
  /// with no lock held and no file half open.
  package static func stopIfAsked() { safePoint?() }
}
