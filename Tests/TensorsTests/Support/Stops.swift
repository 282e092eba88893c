import Testing

/// The message a process stopped with.
func message(of result: ExitTest.Result?) -> String {
  let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  let start = "Fatal error: "
  // After the message the runtime prints a trace, which starts with an empty line or "Current".
  let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
  guard let first = lines.firstIndex(where: { $0.contains(start) }) else { return output }
  let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") || $0.hasPrefix("hint: ") }
  let head = lines[first].split(separator: start, maxSplits: 1).last ?? ""
  return ([head] + rest).joined(separator: "\n")
}
