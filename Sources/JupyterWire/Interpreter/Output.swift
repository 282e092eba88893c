/// Something that a running cell shows.
public enum Output: Sendable, Equatable {
  /// Text written to standard output or standard error.
  case stream(StreamName, String)
  /// A picture, a table, any rich value. A value with a display ID can be updated later.
  case displayData(MIMEBundle, metadata: JSONObject = [:], displayID: String? = nil)
  /// A new form of the value that was shown with this display ID.
  case updateDisplayData(MIMEBundle, metadata: JSONObject = [:], displayID: String)
  /// The value of the cell. The server adds the execution count.
  case executeResult(MIMEBundle, metadata: JSONObject = [:])
  /// Takes away what the cell has shown so far, at once or, with `wait`, when the next output comes.
  case clearOutput(wait: Bool)
}

/// One of the two text streams of a process.
public enum StreamName: String, Sendable {
  /// Standard output.
  case stdout
  /// Standard error.
  case stderr
}
