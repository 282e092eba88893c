/// What a front end shows for one value: the same content in several MIME types.
///
/// The front end picks the richest type that it can draw. A bundle that reaches it always holds
/// `text/plain`; where a `Displayable` gives none, the text form of the value is added.
///
///     display(MIMEBundle.html("<b>86.3 %</b>").merging(.text("86.3 %")))
public struct MIMEBundle: Sendable {
  /// The representations, in the order they were added; each MIME type stands once.
  public var entries: [(type: String, data: MIMEData)]

  /// JSON objects that say how to show a type, such as `{"width": 640}` for `image/png`.
  public var metadata: [(type: String, json: String)]

  /// Creates a bundle from representations that are there already.
  public init(
    entries: [(type: String, data: MIMEData)] = [], metadata: [(type: String, json: String)] = []
  ) {
    self.entries = entries
    self.metadata = metadata
  }

  /// The data of a MIME type, or `nil` where the bundle does not hold it.
  public subscript(type: String) -> MIMEData? {
    entries.first { $0.type == type }?.data
  }

  /// This bundle and the types of another one; the other one wins where both hold a type.
  public func merging(_ other: MIMEBundle) -> MIMEBundle {
    MIMEBundle(
      entries: entries.filter { other[$0.type] == nil } + other.entries,
      metadata: metadata.filter { other[$0.type] == nil } + other.metadata)
  }
}

/// The content of one MIME type: text as it stands, or the bytes of a file.
public enum MIMEData: Sendable, Equatable {
  /// Text; for `application/json` and its kin, the text of the JSON value.
  case text(String)
  /// Bytes, which the kernel sends in base64.
  case binary([UInt8])
}
