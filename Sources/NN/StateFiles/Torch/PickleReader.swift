/// Reads the part of Python's pickle format that describes tensors and what holds them.
///
/// Python's own reader calls whatever functions a pickle names, which makes a file a program. Here a
/// name is a text: the few functions that `torch.save` uses for tensors have a meaning
/// (``TorchCalls``), and calling any other is an error. The operations are those of Python's
/// `Lib/pickletools.py`.
struct PickleReader {
  private(set) var input: PickleBytes
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]
  /// The elements of all tuples and lists.
  private(set) var sequences: [[PickleValue]] = []
  /// The entries of all dictionaries.
  private(set) var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []

  init(_ bytes: [UInt8], name: String) { input = PickleBytes(bytes, name: name) }

  /// The value that the pickle describes.
  mutating func read() throws -> PickleValue {
    while true {
      let start = input.place
      let operation = try input.byte()
      switch operation {
      case UInt8(ascii: "."): return try pop()
      case 0x80: try checkProtocol(input.byte())
      case 0x95: _ = try input.take(8)  // a frame's length
      case UInt8(ascii: "N"): stack.append(.none)
      case 0x88: stack.append(.bool(true))
      case 0x89: stack.append(.bool(false))
      case UInt8(ascii: "K"): stack.append(.int(try input.number(1)))
      case UInt8(ascii: "M"): stack.append(.int(try input.number(2)))
      case UInt8(ascii: "J"):
        stack.append(.int(Int(Int32(truncatingIfNeeded: try input.number(4)))))
      case 0x8a: stack.append(.int(try input.longNumber()))
      case UInt8(ascii: "G"): stack.append(.float(try input.float()))
      case UInt8(ascii: "X"): stack.append(.string(try input.text(input.number(4))))
      case 0x8c, UInt8(ascii: "U"): stack.append(.string(try input.text(input.number(1))))
      case 0x8d: stack.append(.string(try input.text(input.number(8))))
      case UInt8(ascii: "}"): push(dictionary: [])
      case UInt8(ascii: "]"), UInt8(ascii: ")"): push(sequence: [])
      case UInt8(ascii: "("): marks.append(stack.count)
      case UInt8(ascii: "t"): push(sequence: try popToMark())
      case 0x85...0x87: push(sequence: try pop(Int(operation) - 0x84))
      case UInt8(ascii: "q"): memo[try input.number(1)] = try top()
      case UInt8(ascii: "r"): memo[try input.number(4)] = try top()
      case 0x94: memo[memo.count] = try top()
      case UInt8(ascii: "h"): stack.append(try remembered(input.number(1)))
      case UInt8(ascii: "j"): stack.append(try remembered(input.number(4)))
      case UInt8(ascii: "c"):
        stack.append(.global(PickleGlobal(module: try input.line(), name: try input.line())))
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

  /// An error at the place that has been reached, or another.
  func failure(
    _ what: String, at place: Int? = nil, hint: String = PickleBytes.hint
  ) -> StateFileError { input.failure(what, at: place, hint: hint) }

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

// The stack.
extension PickleReader {
  mutating func push(sequence elements: [PickleValue]) {
    stack.append(.sequence(sequences.count))
    sequences.append(elements)
  }

  mutating func push(dictionary entries: [(key: PickleValue, value: PickleValue)]) {
    stack.append(.dictionary(dictionaries.count))
    dictionaries.append(entries)
  }

  func top() throws -> PickleValue {
    guard let value = stack.last else { throw failure("the pickle takes what it did not put") }
    return value
  }

  mutating func pop() throws -> PickleValue { try pop(1)[0] }

  /// The last values, which must lie above the last mark.
  mutating func pop(_ count: Int) throws -> [PickleValue] {
    guard stack.count - (marks.last ?? 0) >= count else {
      throw failure("the pickle takes what it did not put")
    }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  mutating func popToMark() throws -> [PickleValue] {
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

  /// Puts a value on the stack.
  mutating func push(_ value: PickleValue) { stack.append(value) }

  private func checkProtocol(_ version: UInt8) throws {
    if version > 5 { throw failure("there is no reading of pickle protocol \(version)") }
  }

  /// Adds to the list on the stack.
  mutating func append(_ values: [PickleValue]) throws {
    guard case .sequence(let index) = try top() else { throw failure("this is no list") }
    sequences[index] += values
  }

  /// Adds keys and values to the dictionary on the stack.
  mutating func set(_ values: [PickleValue]) throws {
    guard case .dictionary(let index) = try top(), values.count.isMultiple(of: 2) else {
      throw failure("this is no dictionary")
    }
    for pair in stride(from: 0, to: values.count, by: 2) {
      dictionaries[index].append((values[pair], values[pair + 1]))
    }
  }
}
