internal import Synchronization

/// Where planes that were computed once are remembered; any thread may ask.
final class KeptPlanes: Sendable {
  private let state = Mutex<StoredPlanes?>(nil)

  var planes: StoredPlanes? {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
