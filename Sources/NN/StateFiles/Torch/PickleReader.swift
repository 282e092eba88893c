/// Reads the part of Python's pickle format that describes tensors and what holds them.
///
/// Python's own reader calls whatever functions a pickle names, which makes a file a program. Here a
/// name is a text: the few functions that `torch.save` uses for tensors have a meaning
/// (``TorchCalls``), and calling any other is an error. The operations are those of Python's
/// `Lib/pickletools.py`.
struct PickleReader {
  let name: String
  private let bytes: [UInt8]
  private var place = 0
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]
  /// The elements of all tuples and lists.
  private(set) var sequences: [[PickleValue]] = []
  /// The entries of all dictionaries.
  private(set) var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []

  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// The value that the pickle describes.
  mutating func read() throws -> PickleValue {
    while true {
      let start = place
      let operation = try byte()
      switch operation {
      case UInt8(ascii: "."): return try pop()
      case 0x80: try checkProtocol(byte())
      case 0x95: _ = try take(8)  // a frame's length
      case UInt8(ascii: "N"): stack.append(.none)
      case 0x88: stack.append(.bool(true))
      case 0x89: stack.append(.bool(false))
      case UInt8(ascii: "K"): stack.append(.int(try number(1)))
      case UInt8(ascii: "M"): stack.append(.int(try number(2)))
      case UInt8(ascii: "J"): stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
      case 0x8a: stack.append(.int(try longNumber()))
      case UInt8(ascii: "G"): stack.append(.float(try float()))
      case UInt8(ascii: "X"): stack.append(.string(try text(number(4))))
      case 0x8c, UInt8(ascii: "U"): stack.append(.string(try text(number(1))))
      case 0x8d: stack.append(.string(try text(number(8))))
      case UInt8(ascii: "}"): push(dictionary: [])
      case UInt8(ascii: "]"), UInt8(ascii: ")"): push(sequence: [])
      case UInt8(ascii: "("): marks.append(stack.count)
      case UInt8(ascii: "t"): push(sequence: try popToMark())
      case 0x85...0x87: push(sequence: try pop(Int(operation) - 0x84))
      case UInt8(ascii: "q"): memo[try number(1)] = try top()
      case UInt8(ascii: "r"): memo[try number(4)] = try top()
      case 0x94: memo[memo.count] = try top()
      case UInt8(ascii: "h"): stack.append(try remembered(number(1)))
      case UInt8(ascii: "j"): stack.append(try remembered(number(4)))
      case UInt8(ascii: "c"):
        stack.append(.global(PickleGlobal(module: try line(), name: try line())))
      case 0x93: try pushGlobal()
      case UInt8(ascii: "Q"): stack.append(.storage(try TorchCalls.storage(pop(), self)))
      case UInt8(ascii: "R"): try call()
      case 0x81: try make()
      case UInt8(ascii: "b"): try build()
      case UInt8(ascii: "s"): try set(pop(2))
      case UInt8(ascii: "u"): try set(popToMark())
      case UInt8(ascii: "a"): try append(pop(1))
      case UInt8(ascii: "e"): try append(popToMark())
      case UInt8(ascii: "0"): _ = try pop()
      default:
        throw failure("there is no reading of operation \(operation)", at: start)
      }
    }
  }

  /// An error at a place of the pickle.
  func failure(
    _ what: String, at place: Int? = nil,
    hint: String = "save model.state_dict() with torch.save, or copy or download the file again"
  ) -> StateFileError {
    StateFileError(what, at: "\(name), byte \(place ?? self.place)", hint: hint)
  }

  /// The elements of a tuple or list.
  func elements(_ value: PickleValue) -> [PickleValue]? {
    if case .sequence(let index) = value { sequences[index] } else { nil }
  }

  /// The entries of a dictionary.
  func entries(_ value: PickleValue) -> [(key: PickleValue, value: PickleValue)]? {
    if case .dictionary(let index) = value { dictionaries[index] } else { nil }
  }

  /// The numbers of a tuple of whole numbers.
  func numbers(_ value: PickleValue) -> [Int]? {
    guard let elements = elements(value) else { return nil }
    var numbers: [Int] = []
    for element in elements {
      guard case .int(let number) = element else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}

// Bytes.
extension PickleReader {
  private mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw failure("the pickle ends early") }
    place += 1
    return bytes[place - 1]
  }

  private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - place else {
      throw failure("the pickle ends early: \(count) bytes are expected")
    }
    place += count
    return bytes[place - count..<place]
  }

  /// A whole number without sign, its lowest byte first.
  private mutating func number(_ count: Int) throws -> Int {
    let value = try take(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: value) else { throw failure("\(value) is no possible number") }
    return number
  }

  /// A whole number with sign, after the number of its bytes.
  private mutating func longNumber() throws -> Int {
    let digits = try take(number(1))
    if digits.count > 8 { throw failure("a number has \(digits.count) bytes") }
    let negative = digits.last.map { $0 >= 0x80 } ?? false
    let bits = digits.reversed().reduce(negative ? UInt64.max : 0) { $0 << 8 | UInt64($1) }
    return Int(Int64(bitPattern: bits))
  }

  /// A number of eight bytes, the highest first.
  private mutating func float() throws -> Double {
    Double(bitPattern: try take(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  private mutating func text(_ count: Int) throws -> String {
    String(decoding: try take(count), as: UTF8.self)
  }

  private mutating func line() throws -> String {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw failure("the pickle ends early")
    }
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    place = end + 1
    return text
  }

  private func checkProtocol(_ version: UInt8) throws {
    if version > 5 { throw failure("there is no reading of pickle protocol \(version)") }
  }
}

// The stack.
extension PickleReader {
  private mutating func push(sequence elements: [PickleValue]) {
    stack.append(.sequence(sequences.count))
    sequences.append(elements)
  }

  private mutating func push(dictionary entries: [(key: PickleValue, value: PickleValue)]) {
    stack.append(.dictionary(dictionaries.count))
    dictionaries.append(entries)
  }

  private func top() throws -> PickleValue {
    guard let value = stack.last else { throw failure("the pickle takes what it did not put") }
    return value
  }

  private mutating func pop() throws -> PickleValue { try pop(1)[0] }

  /// The last values, which must lie above the last mark.
  private mutating func pop(_ count: Int) throws -> [PickleValue] {
    guard stack.count - (marks.last ?? 0) >= count else {
      throw failure("the pickle takes what it did not put")
    }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws -> [PickleValue] {
    guard let mark = marks.popLast(), mark <= stack.count else {
      throw failure("the pickle takes what it did not put")
    }
    defer { stack.removeLast(stack.count - mark) }
    return Array(stack[mark...])
  }

  private func remembered(_ index: Int) throws -> PickleValue {
    guard let value = memo[index] else { throw failure("the pickle names what it did not keep") }
    return value
  }

  private mutating func pushGlobal() throws {
    let names = try pop(2)
    guard case .string(let module) = names[0], case .string(let name) = names[1] else {
      throw failure("a class has no name")
    }
    stack.append(.global(PickleGlobal(module: module, name: name)))
  }
}

// What the pickle does with values.
extension PickleReader {
  private mutating func append(_ values: [PickleValue]) throws {
    guard case .sequence(let index) = try top() else { throw failure("this is no list") }
    sequences[index] += values
  }

  private mutating func set(_ values: [PickleValue]) throws {
    guard case .dictionary(let index) = try top(), values.count.isMultiple(of: 2) else {
      throw failure("this is no dictionary")
    }
    for pair in stride(from: 0, to: values.count, by: 2) {
      dictionaries[index].append((values[pair], values[pair + 1]))
    }
  }

  private mutating func call() throws {
    let both = try pop(2)
    guard case .global(let function) = both[0], let arguments = elements(both[1]) else {
      throw failure("the pickle calls what is no function")
    }
    if function == TorchCalls.orderedDictionary {
      push(dictionary: try pairs(arguments))
    } else {
      stack.append(try TorchCalls.result(of: function, arguments, self))
    }
  }

  /// `OrderedDict()` or `OrderedDict([[key, value], ...])`.
  private func pairs(_ arguments: [PickleValue]) throws -> [(key: PickleValue, value: PickleValue)]
  {
    guard let list = arguments.first else { return [] }
    return try (elements(list) ?? []).map { pair in
      guard let both = elements(pair), both.count == 2 else {
        throw failure("an entry of a dictionary is no pair")
      }
      return (both[0], both[1])
    }
  }

  /// The operation that makes an object of a class, which has no meaning here.
  private mutating func make() throws {
    let both = try pop(2)
    guard case .global(let type) = both[0] else { throw failure("the pickle makes no object") }
    throw failure(
      "the file holds an object of the Python class \(type.path), which only Python can make",
      hint: "save model.state_dict() in place of the model: torch.save(model.state_dict(), path)")
  }

  /// Attributes of a dictionary or tensor, such as `_metadata`, are not needed.
  private mutating func build() throws {
    _ = try pop()
    switch try top() {
    case .dictionary, .tensor: return
    default: throw failure("the pickle gives attributes to what has none")
    }
  }
}
