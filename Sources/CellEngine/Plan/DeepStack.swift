import Foundation

/// Runs code that recurses as deep as its input is nested, where there is room for that.
///
/// The threads that serve the kernel have small stacks, and a cell of three thousand brackets must
/// not end the kernel.
func withDeepStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
  let box = Box<Result>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.result = body()
    done.signal()
  }
  thread.stackSize = 1 << 29
  thread.start()
  done.wait()
  guard let result = box.result else { preconditionFailure("the body has returned") }
  return result
}

/// Written by one thread before it signals, read by the other after.
private final class Box<Value>: @unchecked Sendable {
  var result: Value?
}
