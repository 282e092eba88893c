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
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let digits = String(microseconds % 1000 + 1000).dropFirst()
        return "\(name) \(microseconds / 1000).\(digits) ms"
      }.joined(separator: ", ")
  }
}

extension Duration {
  /// The time since a moment.
  static func since(_ start: ContinuousClock.Instant) -> Duration { start.duration(to: .now) }
}
