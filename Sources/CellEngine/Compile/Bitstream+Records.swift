extension Bitstream {
  /// How one value of a record is stored, or how many there are.
  enum Operand {
    case literal
    case fixed(Int)
    case variable(Int)
    /// The operand behind it, any number of times.
    case array
    case character
    case bytes
  }

  /// Reads how a kind of record is abbreviated, behind the code that says so.
  ///
  /// - Returns: its operands; `nil` when they make no sense or are not whole.
  mutating func abbreviation() -> [Operand]? {
    guard let count = variable(5) else { return nil }
    var operands: [Operand] = []
    for _ in 0..<count {
      guard !isAtEnd, let operand = operand() else { return nil }
      operands.append(operand)
    }
    if case .array? = operands.last { return nil }
    return isAtEnd ? nil : operands
  }

  private mutating func operand() -> Operand? {
    if fixed(1) == 1 { return variable(8).map { _ in .literal } }
    switch fixed(3) {
    case 1: return variable(5).flatMap { $0 <= 32 ? .fixed($0) : nil }
    case 2: return variable(5).flatMap { (2...32).contains($0) ? .variable($0) : nil }
    case 3: return .array
    case 4: return .character
    case 5: return .bytes
    default: return nil
    }
  }

  /// Goes to the end of a record, behind its code.
  ///
  /// - Returns: whether it could be read.
  mutating func skipRecord(_ code: Int, abbreviations: [[Operand]]) -> Bool {
    if code == Code.unabbreviated {
      guard variable(6) != nil, let count = variable(6) else { return false }
      return skip(.variable(6), times: count)
    }
    guard abbreviations.indices.contains(code - Code.first) else { return false }
    var operands = abbreviations[code - Code.first][...]
    while let operand = operands.popFirst() {
      if case .array = operand {
        guard let count = variable(6), let element = operands.popFirst(),
          skip(element, times: count)
        else { return false }
      } else if !skip(operand, times: 1) {
        return false
      }
    }
    return true
  }

  private mutating func skip(_ operand: Operand, times count: Int) -> Bool {
    for _ in 0..<count {
      switch operand {
      case .literal: return true
      case .fixed(let width): position += width
      case .character: position += 6
      case .variable(let width): guard skipVariable(width) else { return false }
      case .array: return false
      case .bytes:
        guard let length = variable(6) else { return false }
        position = ((position + 31) / 32 * 32 + length * 8 + 31) / 32 * 32
      }
      if isAtEnd { return false }
    }
    return true
  }

  /// Values of records may be larger than the format's own numbers.
  private mutating func skipVariable(_ width: Int) -> Bool {
    while !isAtEnd {
      if fixed(width) >> (width - 1) == 0 { return true }
    }
    return false
  }
}
