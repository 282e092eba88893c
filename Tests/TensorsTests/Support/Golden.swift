import Glibc

/// The text of a file in `Golden`, beside the tests.
func goldenText(_ name: String) throws -> String {
  let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  let path = "/\(folder)/Golden/\(name)"
  guard let handle = fopen(path, "r") else { throw MissingGolden(path: path) }
  defer { fclose(handle) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, handle), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

struct MissingGolden: Error {
  let path: String
}
