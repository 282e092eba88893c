extension CellPlan {
  /// Whether the user wrote the function of a frame that debug information places in the cell.
  ///
  /// Lines behind the last are the engine's own. And a function of the standard library that was
  /// inlined may be told to stand where it is called, such as `first` in `text.first!`: debug
  /// information does not say whose it is.
  func holds(_ frame: UserFrame) -> Bool {
    guard frame.line <= source.lineCount else { return false }
    guard let name = frame.function, let first = name.unicodeScalars.first else { return true }
    switch name {
    case "closure", "defer": return true
    // That of a type whose declaration has none.
    case "init": return source.text.contains(/\b(init|struct|class|enum|actor)\b/)
    default: break
    }
    guard first.properties.isXIDStart || first == "_" else { return true }
    return source.text.ranges(of: name).contains { range in
      let before = source.text[..<range.lowerBound].last
      let isMember = before == "." && !source.text[..<range.lowerBound].hasSuffix("..")
      return !isMember
    }
  }
}

extension [UserFrame] {
  /// The frames without those that only make the object for an initialiser.
  ///
  /// They end behind the initialiser's body, or on its line.
  ///
  /// - Parameter line: the source line of a frame.
  func withoutAllocators(_ line: (UserFrame) -> String?) -> [UserFrame] {
    var result: [UserFrame] = []
    for frame in self {
      let isAllocator =
        frame.function == "init" && result.last?.function == "init"
        && result.last?.file == frame.file
        && (result.last?.line == frame.line
          || line(frame)?.drop { $0 == " " || $0 == "\t" }.hasPrefix("}") ?? false)
      if !isAllocator { result.append(frame) }
    }
    return result
  }
}
