import Tensors

@_implementationOnly import Dispatch

/// A background thread that does one piece of work after the other, with random numbers of its own.
final class WorkLine {
  /// A `DispatchQueue`, which must not show in a stored property's type.
  private let queue: AnyObject = DispatchQueue(label: "martlet.loader", qos: .userInitiated)
  private let generator: Generator

  /// - Parameter generator: What `Generator.shared` is for the work.
  init(generator: Generator) {
    self.generator = generator
  }

  /// Starts `work` when what was asked for before is done.
  func promise<Value>(_ work: @escaping () -> Value?) -> PromisedBatch<Value> {
    let promise = PromisedBatch<Value>()
    // Only this line runs `work`, and the promise hands its value over once.
    nonisolated(unsafe) let work = work
    (queue as? DispatchQueue)?.async { [generator] in
      promise.keep(Generator.$replacement.withValue(generator) { work() })
    }
    return promise
  }
}

/// A value that another thread is going to deliver.
///
/// Unchecked, because the semaphore orders the one write before the one read.
final class PromisedBatch<Value>: @unchecked Sendable {
  private let isKept: AnyObject = DispatchSemaphore(value: 0)
  private var value: Value?

  func keep(_ value: Value?) {
    self.value = value
    (isKept as? DispatchSemaphore)?.signal()
  }

  /// Waits for the value; to be called once.
  ///
  /// A cell that is interrupted meanwhile ends here.
  func wait() -> Value? {
    guard let isKept = isKept as? DispatchSemaphore else { return nil }
    while isKept.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      Interruption.stopIfRequested()
    }
    return value
  }
}
