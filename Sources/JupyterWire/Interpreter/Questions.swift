/// The answer to whether code can be run as it stands.
public enum Completeness: Sendable, Equatable {
  /// It can be run.
  case complete
  /// It needs more lines; the next one should start with `indent`.
  case incomplete(indent: String)
  /// It can not become right by adding lines.
  case invalid
  /// Nobody knows.
  case unknown
}

/// Proposals for what may stand at a place in a cell.
public struct Completion: Sendable, Equatable {
  /// One proposal.
  public struct Match: Sendable, Equatable {
    /// The text that would be inserted.
    public var text: String
    /// What it is: `function`, `class`, `keyword` and so on.
    public var kind: String?
    /// How it is called or what type it has, such as `(x: Int) -> String`.
    public var signature: String?

    /// A proposal.
    public init(text: String, kind: String? = nil, signature: String? = nil) {
      self.text = text
      self.kind = kind
      self.signature = signature
    }
  }

  /// The proposals, best first.
  public var matches: [Match]
  /// The part of the code that a proposal replaces, as offsets in Unicode scalars.
  public var replacing: Range<Int>

  /// Proposals that replace a part of the code.
  public init(matches: [Match], replacing: Range<Int>) {
    self.matches = matches
    self.replacing = replacing
  }
}
