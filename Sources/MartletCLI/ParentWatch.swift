import Foundation

/// Notices that the Jupyter that has started this kernel is gone.
enum ParentWatch {
  /// Calls `action` once the parent process has ended.
  ///
  /// Does nothing for a kernel that was not started by Jupyter, which announces itself as
  /// `JPY_PARENT_PID`.
  static func start(_ action: @escaping @Sendable () -> Void) {
    guard ProcessInfo.processInfo.environment["JPY_PARENT_PID"] != nil else { return }
    let parent = getppid()
    let thread = Thread {
      // An orphan is given another parent.
      while getppid() == parent { sleep(1) }
      action()
    }
    thread.name = "parent"
    thread.start()
  }
}
