/// What is put into a cell's text besides what lets it take the place of earlier ones.
struct Instrumentation: OptionSet, Sendable {
  let rawValue: Int

  /// The last expression is shown, and `await` works at the top level.
  static let basics = Self(rawValue: 1)
  /// Loops can be interrupted.
  static let safePoints = Self(rawValue: 2)
  /// An `if` or a `switch` at the end is shown as well.
  static let conditionalResults = Self(rawValue: 4)

  static let all: Self = [.basics, .safePoints, .conditionalResults]
}
