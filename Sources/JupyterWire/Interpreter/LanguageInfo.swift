/// The language of a kernel, as `kernel_info_reply` describes it.
public struct LanguageInfo: Sendable, Equatable {
  /// The language's name, such as `swift`.
  public var name: String
  /// The language's version, such as `6.3.1`.
  public var version: String
  /// The MIME type of a source file.
  public var mimeType: String
  /// The extension of a source file, with its dot.
  public var fileExtension: String
  /// The name of the Pygments lexer that highlights the language.
  public var pygmentsLexer: String
  /// The name of the CodeMirror mode that highlights the language.
  public var codeMirrorMode: String

  /// The description of a language.
  public init(
    name: String, version: String, mimeType: String, fileExtension: String,
    pygmentsLexer: String, codeMirrorMode: String
  ) {
    self.name = name
    self.version = version
    self.mimeType = mimeType
    self.fileExtension = fileExtension
    self.pygmentsLexer = pygmentsLexer
    self.codeMirrorMode = codeMirrorMode
  }

  /// Swift in the given version.
  public static func swift(version: String) -> LanguageInfo {
    LanguageInfo(
      name: "swift", version: version, mimeType: "text/x-swift", fileExtension: ".swift",
      pygmentsLexer: "swift", codeMirrorMode: "swift")
  }
}

/// The program that implements a kernel, as `kernel_info_reply` describes it.
public struct ImplementationInfo: Sendable, Equatable {
  /// The program's name.
  public var name: String
  /// The program's version.
  public var version: String
  /// Pages that the Help menu offers.
  public var helpLinks: [(text: String, url: String)]

  /// The description of a program.
  public init(name: String, version: String, helpLinks: [(text: String, url: String)] = []) {
    self.name = name
    self.version = version
    self.helpLinks = helpLinks
  }

  /// Whether two descriptions say the same.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.name == rhs.name && lhs.version == rhs.version
      && lhs.helpLinks.elementsEqual(rhs.helpLinks, by: ==)
  }
}
