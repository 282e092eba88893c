// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// What an `async let` at a cell's top level is until it is awaited.
///
/// The compiler knows `async let` in functions only: a variable of the top level outlives them.
public struct __Started<T>: Sendable {
  private struct Box: @unchecked Sendable {
    let value: T
  }
  private let task: Task<Box, any Error>

  init(_ body: @escaping () async throws -> T) {
    nonisolated(unsafe) let body = body
    task = Task.detached { Box(value: try await body()) }
  }

  /// The value of code that does not throw.
  public var value: T {
    get async {
      do {
        return try await task.value.value
      } catch {
        fatalError("an `async let` threw an error where it was not awaited with `try`: \(error)")
      }
    }
  }

  /// The value of code that may throw.
  public var throwing: T {
    get async throws { try await task.value.value }
  }
}

/// Starts the code of an `async let`.
public func __start<T>(_ body: @escaping () async throws -> T) -> __Started<T> { .init(body) }
