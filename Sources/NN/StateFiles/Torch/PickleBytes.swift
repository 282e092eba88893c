/// The bytes of a pickle, read from front to back.
struct PickleBytes {
  private let name: String
  private let bytes: [UInt8]
  /// How many have been read.
  private(set) var place = 0

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// What mostly helps.
  static let hint = "save model.state_dict() with torch.save, or copy or download the file again"

  /// An error at the place that has been reached, or another.
  func failure(_ what: String, at place: Int? = nil, hint: String = PickleBytes.hint)
    -> StateFileError
  {
    StateFileError(what, at: "\(name), byte \(place ?? self.place)", hint: hint)
  }

  /// The next byte.
  mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw failure("the pickle ends early") }
    place += 1
    return bytes[place - 1]
  }

  /// The next bytes.
  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - place else {
      throw failure("the pickle ends early: \(count) bytes are expected")
    }
    place += count
    return bytes[place - count..<place]
  }

  /// A whole number without sign, its lowest byte first.
  mutating func number(_ count: Int) throws -> Int {
    let value = try take(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: value) else { throw failure("\(value) is no possible number") }
    return number
  }

  /// A whole number with sign, after the number of its bytes.
  mutating func longNumber() throws -> Int {
    let digits = try take(number(1))
    if digits.count > 8 { throw failure("a number has \(digits.count) bytes") }
    let negative = digits.last.map { $0 >= 0x80 } ?? false
    let bits = digits.reversed().reduce(negative ? UInt64.max : 0) { $0 << 8 | UInt64($1) }
    return Int(Int64(bitPattern: bits))
  }

  /// A number of eight bytes, the highest first.
  mutating func float() throws -> Double {
    Double(bitPattern: try take(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// A text of so many bytes.
  mutating func text(_ count: Int) throws -> String {
    String(decoding: try take(count), as: UTF8.self)
  }

  /// A text up to the end of a line.
  mutating func line() throws -> String {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw failure("the pickle ends early")
    }
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    place = end + 1
    return text
  }
}
