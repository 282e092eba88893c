internal import Foundation

extension JSON: CustomStringConvertible {
  /// The value as JSON text (RFC 8259) on one line, without spaces, members sorted by their keys.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The value as JSON text in UTF-8.
  ///
  /// **Edge cases:** JSON has no infinity and no NaN. They become `null`, since browsers refuse the
  /// words that Python writes for them.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      preconditionFailure("a JSON value that cannot be written: \(error)")
    }
  }
}
