/// The cells that were run since the kernel was started.
///
/// Nothing is kept on disk, so there is one session, whose number is 1.
struct History {
  private struct Entry {
    let count: Int
    let code: String
    var output: String?

    func json(withOutput: Bool) -> JSON {
      let input = JSON.string(code)
      let text: JSON = withOutput ? [input, output.map { .string($0) } ?? .null] : input
      return [.int(History.session), .int(count), text]
    }
  }

  private static let session = 1
  private var entries: [Entry] = []

  mutating func append(_ code: String, count: Int) {
    entries.append(Entry(count: count, code: code))
  }

  /// Remembers the text of the newest cell's value.
  mutating func setOutput(_ text: String) {
    guard let last = entries.indices.last else { return }
    entries[last].output = text
  }

  /// The reply to `history_request`.
  ///
  /// - Throws: ``MessageError`` for a request that is none of `tail`, `range` and `search`.
  func reply(to content: JSONObject) throws -> JSONObject {
    let withOutput = content["output"]?.bool ?? false
    let limit = content["n"]?.int.map { max(0, $0) }
    var found: ArraySlice<Entry>
    switch content["hist_access_type"]?.string {
    case "tail": found = entries.suffix(limit ?? 10)
    case "range":
      let session = content["session"]?.int ?? 0
      let start = content["start"]?.int ?? 1
      let stop = content["stop"]?.int ?? .max
      // Session 0 is the one that runs, in IPython's counting.
      let isCurrent = session == 0 || session == Self.session
      found = isCurrent ? entries.filter { $0.count >= start && $0.count < stop }[...] : []
    case "search":
      let pattern = Array((content["pattern"]?.string ?? "*").unicodeScalars)
      found = entries.filter { Self.matches(pattern[...], Array($0.code.unicodeScalars)[...]) }[...]
      if content["unique"]?.bool == true {
        var seen: Set<String> = []
        found = found.reversed().filter { seen.insert($0.code).inserted }.reversed()[...]
      }
      if let limit { found = found.suffix(limit) }
    default: throw MessageError("history_request with an unknown hist_access_type")
    }
    return [
      "status": "ok", "history": .array(found.map { $0.json(withOutput: withOutput) }),
    ]
  }

  /// Whether a text matches a pattern in which `*` stands for any characters and `?` for one.
  private static func matches(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var (pattern, text) = (pattern, text)
    // Where to go back to: behind the last star, and one further in the text each time.
    var retry: (pattern: ArraySlice<Unicode.Scalar>, text: ArraySlice<Unicode.Scalar>)?
    while true {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (pattern, text)
      } else if let first = pattern.first, let next = text.first, first == "?" || first == next {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if pattern.isEmpty, text.isEmpty {
        return true
      } else if let start = retry, !start.text.isEmpty {
        retry = (start.pattern, start.text.dropFirst())
        pattern = start.pattern
        text = start.text.dropFirst()
      } else {
        return false
      }
    }
  }
}
