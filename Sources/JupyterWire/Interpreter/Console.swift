/// Where a running cell's output goes and its input comes from.
///
/// A console can be used from any thread, and stays usable after its cell has ended: late output
/// is published under the cell that made it.
public struct Console: Sendable {
  private let sink: @Sendable (Output) -> Void
  private let reader: @Sendable (_ prompt: String, _ isPassword: Bool) async throws -> String

  /// A console that hands output to `send` and gets lines from `readLine`.
  public init(
    send: @escaping @Sendable (Output) -> Void,
    readLine: @escaping @Sendable (_ prompt: String, _ isPassword: Bool) async throws -> String
  ) {
    sink = send
    reader = readLine
  }

  /// Publishes an output, in the order of the calls.
  ///
  /// Blocks while clients are behind by several megabytes, so that a cell that floods its output
  /// is slowed down instead of filling the memory: call it from a thread that may wait.
  public func send(_ output: Output) {
    sink(output)
  }

  /// Asks the user for a line.
  ///
  /// - Throws: ``InputError`` at once when the client can not ask its user, and when the cell was
  ///   interrupted or has ended before an answer came.
  public func readLine(prompt: String = "", isPassword: Bool = false) async throws -> String {
    try await reader(prompt, isPassword)
  }
}

/// Why a cell got no line from the user.
public struct InputError: Error, Equatable, CustomStringConvertible {
  /// One sentence for the user.
  public let description: String

  static let notAllowed = InputError(
    description: "This client can not ask for input: run the cell in an interactive notebook.")
  /// The cell was stopped, or ended, while it waited.
  public static let cancelled = InputError(description: "The cell ended before the input came.")
}
