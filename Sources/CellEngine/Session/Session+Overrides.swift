extension Session {
  /// Says what to do where a subclass overrides a function that its class has got after the fact.
  ///
  /// A class that is run again with one more function stays the class it is, so that its objects get
  /// the function, which then stands in an extension. Nothing can override that. So the class is
  /// forgotten: run once more, its cell declares another one, with all functions in it.
  func explainingOverrides(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      let pattern = /'(.+)' is declared in extension of '(\w+)' and cannot be overridden/
      guard let match = diagnostic.message.firstMatch(of: pattern),
        chain.bindings.types[String(match.2)] != nil
      else { return diagnostic }
      chain.forget(type: String(match.2))
      var diagnostic = diagnostic
      diagnostic.message =
        "class '\(match.2)' got '\(match.1)' when it had objects already, which keep it from being "
        + "overridden; run the cell that declares '\(match.2)' again, then this one"
      return diagnostic
    }
  }
}
