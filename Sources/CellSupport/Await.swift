// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Dispatch

/// Runs asynchronous code from a cell's top level and waits for it there.
///
/// Left to the compiler, an `await` at the top level makes the cell's variables belong to the main
/// actor, and later cells could not read them.
///
/// One function for code that throws and code that does not: with two, closures in the awaited
/// expression, those of tasks above all, would be ambiguous.
public func __await<T, E: Error>(_ body: @escaping () async throws(E) -> T) throws(E) -> T {
  nonisolated(unsafe) let body = body
  nonisolated(unsafe) var result: Result<T, E>?
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    do throws(E) {
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    done.signal()
  }
  done.wait()
  return try result!.get()
}
