/// The members of a JSON object, in the order in which they were written.
///
/// Looking up a key walks the members: the objects of the protocol are small. When a key occurs
/// twice the later member counts, as in Python's `json`.
public struct JSONObject: Sendable, Equatable {
  private var members: [Member] = []

  private struct Member: Sendable, Equatable {
    let key: String
    var value: JSON
  }

  /// An object without members.
  public init() {}

  /// An object with these members.
  public init(_ elements: some Sequence<(String, JSON)>) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }

  /// The value of a member.
  ///
  /// Setting replaces it, or appends a member, or removes it with `nil`.
  public subscript(key: String) -> JSON? {
    get { members.last { $0.key == key }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.key == key } }
      guard let index = members.lastIndex(where: { $0.key == key }) else {
        return members.append(Member(key: key, value: newValue))
      }
      members[index].value = newValue
    }
  }

  mutating func append(_ key: String, _ value: JSON) {
    members.append(Member(key: key, value: value))
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The members in order.
  public var elements: [(key: String, value: JSON)] { members.map { ($0.key, $0.value) } }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with these members.
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
