/// The members of a JSON object.
public struct JSONObject: Sendable, Equatable {
  /// The members by their keys.
  public private(set) var members: [String: JSON]

  /// An object with these members.
  public init(_ members: [String: JSON] = [:]) { self.members = members }

  /// The value of a member.
  ///
  /// Setting replaces it, or adds a member, or removes it with `nil`.
  public subscript(key: String) -> JSON? {
    get { members[key] }
    set { members[key] = newValue }
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with these members; of two with the same key the later one counts.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(Dictionary(elements) { _, later in later })
  }
}
