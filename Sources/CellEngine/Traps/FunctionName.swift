import Foundation

/// Names of functions as debug information has them, made into what the user wrote.
enum FunctionName {
  /// A function's name; `nil` for a cell's top level.
  static func readable(_ name: String) -> String? {
    if name.hasSuffix("_main") && name.hasPrefix("Cell") { return nil }
    var text = withoutWrapping(name.hasPrefix("$s") ? demangled(name) : name)[...]
    if text.isEmpty || text.contains(/^(implicit )?closure #/) { return "closure" }
    if text.hasPrefix("$defer") { return "defer" }
    // `(extension in Cell3):Cell2.Net.f()` is a member of Net as any other.
    if let part = text.prefixMatch(of: /\(extension in \w+\):/) {
      text = text[part.range.upperBound...]
    }
    // `inner(_: Swift.Int) -> Swift.Int in Cell2` is more than a frame has room for, and so is
    // `Cell2.Net.size.getter : Swift.Int`.
    let short = text.prefix { $0 != "(" && $0 != "<" && $0 != " " }
    var parts = short.split(separator: ".")
    // Behind the name of a function that a user calls `get` stand its parameters.
    let isFunction =
      text.dropFirst(short.count).contains { $0 == "(" || $0 == "<" }
      && !text.dropFirst(short.count).hasPrefix(" :")
    if !isFunction, parts.count > 1, let last = parts.last, accessors.contains(last) {
      parts.removeLast()
    }
    return String(parts.last ?? text)
  }

  /// Whether a cell declares a function; inlined ones of libraries have lines of a cell as well.
  static func isOfCell(_ name: String) -> Bool {
    guard name.hasPrefix("$s") else { return true }
    return withoutWrapping(demangled(name)).contains(/(^|\(extension in | in )Cell\d/)
  }

  private static let accessors: Set<Substring> = [
    "getter", "setter", "willset", "didset", "read", "modify", "unsafeMutableAddressor",
    "unsafeAddressor",
    // Of inlined ones only the short name is known: `size.get`.
    "get", "set", "willSet", "didSet", "_read", "_modify",
  ]

  /// Takes off what the compiler has made of a function: one for certain types, one for certain
  /// arguments, a part behind an `await`, the code that sets a global variable.
  private static func withoutWrapping(_ name: String) -> String {
    var text = name[...]
    while true {
      if let part = text.range(of: " resume partial function for ") {
        // `(1) suspend resume partial function for f()`
        text = text[part.upperBound...]
      } else if let part = text.prefixMatch(of: wrapping) {
        text = text[part.range.upperBound...]
      } else if text.contains(/^[\w ]*specialization </), let part = text.range(of: "> of ") {
        // `generic specialization <[Swift.Int]> of f<A>(A) -> ()`
        text = text[part.upperBound...]
      } else {
        return String(text)
      }
    }
  }

  private static var wrapping: Regex<(Substring, Substring)> {
    /(merged |partial apply forwarder for |outlined \w+ of |one-time initialization function for |variable initialization expression of |static )/
  }

  private static func demangled(_ name: String) -> String {
    typealias Demangle =
      @convention(c) (
        UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32
      ) -> UnsafeMutablePointer<CChar>?
    guard let symbol = dlsym(nil, "swift_demangle") else { return name }
    let demangle = unsafeBitCast(symbol, to: Demangle.self)
    guard let text = demangle(name, name.utf8.count, nil, nil, 0) else { return name }
    defer { free(text) }
    return String(cString: text)
  }
}
