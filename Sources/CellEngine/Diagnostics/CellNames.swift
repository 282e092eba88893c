/// How cells are called, outside and in.
enum CellNames {
  /// What a source is called in messages.
  static func file(_ label: Int) -> String { "Cell \(label)" }

  /// What the names of all modules begin with.
  static let prefix = "Cell"

  /// The module of the `serial`th compile; up to 99,999 all names are as long as one another.
  static func module(_ serial: Int) -> String {
    let digits = String(serial)
    return prefix + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// The number of a cell's module; `nil` for another module.
  static func serial(_ module: String) -> Int? {
    module.hasPrefix(prefix) ? Int(module.dropFirst(prefix.count)) : nil
  }

  /// The name that the user gave a function which replaces an older one.
  static func withoutReplacement(_ name: String) -> String {
    name.replacing(/^__new\d+_\d+_/, with: "")
  }

  /// Takes the names of modules out of what a cell prints, `dump` above all.
  ///
  /// - Parameter label: the cell in which a module was compiled.
  static func printed(_ text: String, label: (String) -> Int?) -> String {
    // Almost no text holds one, and a cell may print a lot.
    let mayHold = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.dropLast(4).contains {
        bytes[$0] == UInt8(ascii: "C") && bytes[$0 + 3] == UInt8(ascii: "l")
          && bytes[$0 + 4] == UInt8(ascii: "0")
      }
    }
    if mayHold == false { return text }
    return withoutModules(text, label: label)
  }

  /// Takes the names of modules out of a text.
  ///
  /// Where one name stands for types of several cells, each is told apart by its cell.
  ///
  /// - Parameter label: the cell in which a module was compiled.
  static func withoutModules(_ text: String, label: (String) -> Int?) -> String {
    let pattern = /\b(Cell\d+)\.((?:\w|\.)+)/
    let mentions = text.matches(of: pattern)
    var modulesOfName: [Substring: Set<Substring>] = [:]
    for mention in mentions { modulesOfName[mention.2, default: []].insert(mention.1) }
    let types = text.replacing(pattern) { mention in
      guard (modulesOfName[mention.2]?.count ?? 0) > 1, let cell = label(String(mention.1)) else {
        return String(mention.2)
      }
      return "\(mention.2) (cell \(cell))"
    }
    // The module alone, as the compiler names where a conformance was stated.
    return types.replacing(/\b(Cell\d{5})\b/) { mention in
      label(String(mention.1)).map { "cell \($0)" } ?? String(mention.1)
    }
  }
}
