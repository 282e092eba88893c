/// The bytes of a message to the worker: fields, each after its length in four bytes, little
/// end first.
package enum Payload {
  /// The display id, the metadata object, then type, "t" or "b", and data of each entry.
  package static func bundle(_ bundle: MIMEBundle, id: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(id.utf8, to: &bytes)
    append(metadata(bundle).utf8, to: &bytes)
    for (type, data) in bundle.entries {
      append(type.utf8, to: &bytes)
      switch data {
      case .text(let text):
        append("t".utf8, to: &bytes)
        append(text.utf8, to: &bytes)
      case .binary(let file):
        append("b".utf8, to: &bytes)
        append(file, to: &bytes)
      }
    }
    return bytes
  }

  package static func clear(wait: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    append((wait ? "1" : "0").utf8, to: &bytes)
    return bytes
  }

  private static func metadata(_ bundle: MIMEBundle) -> String {
    if bundle.metadata.isEmpty { return "" }
    let pairs = bundle.metadata.map { "\(jsonString($0.type)): \($0.json)" }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private static func jsonString(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{20}"...: quoted.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    return quoted + "\""
  }

  private static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(field.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: field)
  }
}
