/// How long a cell spent in each stage, for the log; `martlet-bench cells` reads it there.
struct CellTimes: CustomStringConvertible, Sendable {
  var parse: Duration = .zero
  var compile: Duration = .zero
  var link: Duration = .zero
  var load: Duration = .zero
  var run: Duration = .zero

  var description: String {
    [("parse", parse), ("compile", compile), ("link", link), ("load", load), ("run", run)]
      .map { name, time in
        let (seconds, attoseconds) = time.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(name) \(tenths / 10).\(tenths % 10) ms"
      }.joined(separator: ", ")
  }
}

extension Duration {
  /// The time since a moment.
  static func since(_ start: ContinuousClock.Instant) -> Duration { start.duration(to: .now) }
}
