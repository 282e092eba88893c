// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Dispatch

/// Runs asynchronous code from a cell's top level and waits for it there.
///
/// Left to the compiler, an `await` at the top level makes the cell's variables belong to the main
/// actor, and later cells could not read them.
public func __await<T>(_ body: @escaping () async -> T) -> T {
  wait { () -> Result<T, Never> in .success(await body()) }.get()
}

/// The throwing form of ``__await(_:)``.
public func __await<T>(_ body: @escaping () async throws -> T) throws -> T {
  try wait { () -> Result<T, any Error> in await Result(catching: body) }.get()
}

private func wait<T, E: Error>(_ body: @escaping () async -> Result<T, E>) -> Result<T, E> {
  nonisolated(unsafe) let body = body
  nonisolated(unsafe) var result: Result<T, E>?
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    result = await body()
    done.signal()
  }
  done.wait()
  return result!
}

extension Result {
  /// The `catching` initialiser for asynchronous bodies.
  fileprivate init(catching body: () async throws(Failure) -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
