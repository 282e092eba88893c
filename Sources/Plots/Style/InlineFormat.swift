@_implementationOnly import Synchronization

/// The form in which figures appear in a notebook.
public enum InlineFormat: Sendable {
  /// Pixels, two for one on sharp screens.
  case png
  /// Lines and letters that stay sharp at every size; large for many points.
  case svg

  /// What `plt.inlineFormat` was set to.
  static var current: InlineFormat {
    get { chosen.withLock { $0 } }
    set { chosen.withLock { $0 = newValue } }
  }

  private static let chosen = Mutex(InlineFormat.png)
}
