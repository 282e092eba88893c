import Tensors
package import Testing

/// Gives each test a generator of its own in place of the shared one: tests run side by side in one
/// process, and layers made in another would take numbers from its sequence.
package struct OwnGenerator: TestTrait, SuiteTrait, TestScoping {
  package let isRecursive = true

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Generator.$replacement.withValue(Generator()) { try await function() }
  }
}

extension Trait where Self == OwnGenerator {
  /// A generator of the test's own.
  package static var ownGenerator: Self { OwnGenerator() }
}
