/// What the cells of a session have declared, as far as later declarations take its place.
struct LateBindings {
  /// A type's newest declaration.
  struct TypeRecord {
    /// Tells types of one name apart.
    let identity: Int
    /// The module that holds the type.
    let module: String
    /// The cell that declared it.
    let label: Int
    /// `struct`, `class` ...
    let kind: String
    var fixed: [String]
    var stored: [String]
    var members: [String: MemberRecord]
    /// The first values of its properties, as far as they can be replaced.
    var initials: (slot: Int, texts: [String])?
    /// What it is made of; `nil` for a type of which nothing is derived.
    var shape: TypeShape?
    /// Older types of the name whose values get this one's functions, newest first.
    var elders: [TypeRecord] = []
  }

  /// A function that can be replaced, or an accessor.
  struct MemberRecord: Equatable {
    let slot: Int
    var text: String
    var defaults: String
    /// Those of the functions it replaced, oldest first.
    var older: [Int] = []
  }

  /// A variable or constant at the top level.
  struct VariableRecord {
    /// The module with its storage.
    let module: String
    let isConstant: Bool
    /// The code of its observers; empty for none.
    let observers: String
    /// Types that its declaration mentions.
    let types: Set<String>
    /// The cell that set it last.
    var label: Int
    /// Modules with the storages of older variables of the name, which get its value too.
    var older: [String] = []
  }

  private(set) var types: [String: TypeRecord] = [:]
  /// The newest function of each key.
  private(set) var functions: [String: MemberRecord] = [:]
  private(set) var variables: [String: VariableRecord] = [:]
  /// Conformances that cells have stated.
  private(set) var conformances: Set<String> = []
  /// What was said of types that stand in extensions.
  private(set) var nestedTypes: [String: String] = [:]
  /// The newest declarations of operators and precedence groups.
  private(set) var operators: [String: String] = [:]
  /// Those that were declared in other words before.
  private(set) var contestedOperators: Set<String> = []
  /// Modules that all later cells see.
  private(set) var exports: Set<String> = []
  /// The module that declares the newest value of each name, a variable or a function.
  private var modules: [String: String] = [:]
  /// The keys of functions that are replaced where they stand, by the names they are found with.
  private var standing: [String: Set<String>] = [:]
  private var nextSlot = 0
  private var nextIdentity = 0

  /// As many functions can be told apart as the table of replaced ones has places.
  static let slots = 1 << 16

  mutating func newSlot() -> Int? {
    guard nextSlot < Self.slots else { return nil }
    defer { nextSlot += 1 }
    return nextSlot
  }

  mutating func newIdentity() -> Int {
    defer { nextIdentity += 1 }
    return nextIdentity
  }

  mutating func set(_ record: TypeRecord, for type: String) {
    types[type] = record
    variables[type] = nil
    hideFunctions(named: type)
  }

  /// Remembers what an older type's functions do now.
  mutating func setElder(_ record: TypeRecord, at index: Int, of type: String) {
    types[type]?.elders[index] = record
  }

  /// - Parameter name: of a function at the top level.
  mutating func set(_ record: MemberRecord, forFunction key: String, name: String? = nil) {
    functions[key] = record
    // The newest meaning of a name counts.
    if let name {
      variables[name] = nil
      types[name] = nil
    }
  }

  mutating func set(_ record: VariableRecord, for variable: String) {
    variables[variable] = record
    types[variable] = nil
    hideFunctions(named: variable)
  }

  /// Remembers that a function can only be replaced as long as its name means it.
  mutating func setStanding(_ key: String, name: String) {
    standing[name, default: []].insert(key)
  }

  /// Forgets functions that can be replaced only where they stand: their name means another thing.
  private mutating func hideFunctions(named name: String) {
    for key in standing.removeValue(forKey: name) ?? [] { functions[key] = nil }
  }

  mutating func declare(_ operators: OperatorDeclarations) {
    for (name, text) in operators.texts {
      if self.operators.updateValue(text, forKey: name) != nil { contestedOperators.insert(name) }
    }
  }

  /// Remembers a type in an extension, by the extension's words and the type's name.
  mutating func nest(_ text: String, key: String) { nestedTypes[key] = text }

  mutating func state(_ conformances: StatedConformances) {
    self.conformances.formUnion(conformances.keys(in: self))
  }

  mutating func export(_ modules: Set<String>) { exports.formUnion(modules) }

  /// Remembers where a name stands for a value.
  mutating func declare(_ names: some Sequence<String>, in module: String) {
    for name in names { modules[name] = module }
  }

  /// The module that declares the newest value of a name; `nil` when it has none that can be read.
  func module(ofValue name: String) -> String? { modules[name] }

  /// Forgets variables that cannot be read: they are declared anew.
  mutating func forget(variables names: some Sequence<String>) {
    for name in names {
      modules[name] = nil
      variables[name] = nil
      hideFunctions(named: name)
    }
  }

  /// Forgets types that were declared in a way that cannot be followed.
  mutating func forget(types names: some Sequence<String>) {
    for name in names { types[name] = nil }
  }

  /// Words in which each type's name has its identity, so that equal words mean the same.
  func resolved(_ words: [String], newer: [String: Int] = [:]) -> [String] {
    words.map { word in
      (newer[word] ?? types[word]?.identity).map { "\(word)#\($0)" } ?? word
    }
  }
}
