extension [Diagnostic] {
  /// The errors, with their notes.
  var withoutWarnings: [Diagnostic] {
    var isKept = true
    return filter { diagnostic in
      if diagnostic.severity != .note { isKept = diagnostic.severity == .error }
      return isKept
    }
  }
}
