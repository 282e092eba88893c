/// Something a cell shows: a MIME bundle, an update of one, or the wish to clear what is there.
public enum Shown: Equatable, Sendable {
  case display(Bundle)
  case update(Bundle)
  case clear(wait: Bool)
  case result(Bundle)

  /// A value's representations.
  ///
  /// The worker sends raw bytes; the kernel encodes them as Jupyter wants.
  public struct Bundle: Equatable, Sendable {
    /// Names the display for later updates; empty for none.
    public var displayID: String
    /// A JSON object; empty for none.
    public var metadata: String
    /// One representation for each MIME type.
    public var entries: [Entry]

    /// What is shown, under a name if it is to be updated.
    public init(displayID: String = "", metadata: String = "", entries: [Entry]) {
      self.displayID = displayID
      self.metadata = metadata
      self.entries = entries
    }
  }

  /// One representation.
  public struct Entry: Equatable, Sendable {
    /// The MIME type.
    public var type: String
    /// Whether the data is UTF-8 rather than raw bytes.
    public var isText: Bool
    /// The representation itself.
    public var data: [UInt8]

    /// A representation of the given type.
    public init(type: String, isText: Bool, data: [UInt8]) {
      self.type = type
      self.isText = isText
      self.data = data
    }
  }
}

extension Shown {
  /// The same with another plain text.
  public func mapText(_ change: (String) -> String) -> Shown {
    func changed(_ bundle: Bundle) -> Bundle {
      var bundle = bundle
      for (index, entry) in bundle.entries.enumerated() where entry.type == "text/plain" {
        bundle.entries[index].data = Array(change(String(decoding: entry.data, as: UTF8.self)).utf8)
      }
      return bundle
    }
    return switch self {
    case .display(let bundle): .display(changed(bundle))
    case .update(let bundle): .update(changed(bundle))
    case .result(let bundle): .result(changed(bundle))
    case .clear: self
    }
  }

  var packet: Packet {
    switch self {
    case .display(let bundle): Packet(kind: 1, payload: bundle.fields.payload)
    case .update(let bundle): Packet(kind: 2, payload: bundle.fields.payload)
    case .clear(let wait): Packet(kind: 3, payload: Fields(wait ? "1" : "0").payload)
    case .result(let bundle): Packet(kind: 4, payload: bundle.fields.payload)
    }
  }

  init?(kind: UInt8, fields: Fields) {
    if kind == 3 {
      self = .clear(wait: fields.text(0) == "1")
      return
    }
    guard let bundle = Bundle(fields) else { return nil }
    switch kind {
    case 1: self = .display(bundle)
    case 2: self = .update(bundle)
    case 4: self = .result(bundle)
    default: return nil
    }
  }
}

extension Shown.Bundle {
  fileprivate var fields: Fields {
    let head = [Array(displayID.utf8), Array(metadata.utf8)]
    let rest = entries.flatMap {
      [Array($0.type.utf8), [$0.isText ? UInt8(ascii: "t") : UInt8(ascii: "b")], $0.data]
    }
    return Fields(head + rest)
  }

  fileprivate init?(_ fields: Fields) {
    let items = fields.items
    guard items.count >= 2, (items.count - 2).isMultiple(of: 3) else { return nil }
    displayID = fields.text(0)
    metadata = fields.text(1)
    entries = stride(from: 2, to: items.count, by: 3).map {
      Shown.Entry(
        type: fields.text($0), isText: items[$0 + 1] == [UInt8(ascii: "t")], data: items[$0 + 2])
    }
  }
}
