internal import Foundation

/// One value in several forms, the client picks the richest that it can show.
///
///     var bundle = MIMEBundle(plainText: "a picture")
///     bundle.append("image/png", bytes: png)
public struct MIMEBundle: Sendable, Equatable {
  /// The forms: a MIME type, and the data as the protocol carries it.
  public private(set) var data = JSONObject()

  /// A bundle without any form.
  public init() {}

  /// A bundle with a `text/plain` form.
  public init(plainText: String) {
    append("text/plain", text: plainText)
  }

  /// Whether there is no form at all.
  public var isEmpty: Bool { data.isEmpty }

  /// Adds a form that is text.
  ///
  /// JSON types (`application/json`, `…+json`) travel as JSON values, so their text is parsed; text
  /// that is not JSON stays a string.
  public mutating func append(_ type: String, text: String) {
    data[type] =
      Self.isJSON(type) ? (try? JSON(parsing: Array(text.utf8))) ?? .string(text) : .string(text)
  }

  /// Adds a form that is binary, such as `image/png`.
  ///
  /// It travels as base64.
  public mutating func append(_ type: String, bytes: [UInt8]) {
    data[type] = .string(Data(bytes).base64EncodedString())
  }

  private static func isJSON(_ type: String) -> Bool {
    type == "application/json" || type.hasSuffix("+json")
  }
}
