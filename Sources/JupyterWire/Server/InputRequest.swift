internal import Synchronization

/// A cell that waits for a line from the user.
final class InputRequest: Sendable {
  let prompt: String
  let isPassword: Bool
  let parent: Parent
  private let continuation: Mutex<CheckedContinuation<String, any Error>?>

  init(
    prompt: String, isPassword: Bool, parent: Parent,
    continuation: CheckedContinuation<String, any Error>
  ) {
    self.prompt = prompt
    self.isPassword = isPassword
    self.parent = parent
    self.continuation = Mutex(continuation)
  }

  /// Lets the cell go on.
  ///
  /// Only the first call counts.
  func finish(_ result: Result<String, any Error>) {
    let waiting = continuation.withLock { slot in
      defer { slot = nil }
      return slot
    }
    waiting?.resume(with: result)
  }
}
