internal import PartialFiles
internal import Tensors

extension Safetensors {
  /// Writes all tensors, those of the widest numbers first, so that each lies at a multiple of its
  /// width, as readers that map files expect.
  static func write(_ state: StateDict, to writer: PartialFile) throws {
    let entries = state.map { ($0.name, $0.tensor) }.enumerated()
      .sorted { a, b in
        (b.element.1.dtype.byteCount, a.offset) < (a.element.1.dtype.byteCount, b.offset)
      }
      .map(\.element)
    var header = "{\"__metadata__\":{\"format\":\"pt\"}"
    var offset = 0
    for (name, tensor) in entries {
      let end = offset + tensor.count * tensor.dtype.byteCount
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      header += ",\(quoted(name)):{\"dtype\":\"\(StoredType(tensor.dtype).rawValue)\","
      header += "\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
      offset = end
    }
    header += "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> ($0 * 8)) }
    try (length + Array(header.utf8)).withUnsafeBytes(writer.write)
    for (_, tensor) in entries where tensor.count > 0 {
      let plain = tensor.to(.cpu).detach().contiguous()
      let elements = plain.elements
      let start = elements.storage.base + elements.offset * elements.dtype.byteCount
      try writer.write(
        UnsafeRawBufferPointer(start: start, count: plain.count * plain.dtype.byteCount))
    }
  }

  /// A text as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
