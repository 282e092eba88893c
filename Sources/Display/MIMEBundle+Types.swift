extension MIMEBundle {
  /// Plain text.
  public static func text(_ text: String) -> MIMEBundle { one("text/plain", .text(text)) }

  /// A fragment of HTML.
  public static func html(_ html: String) -> MIMEBundle { one("text/html", .text(html)) }

  /// Markdown, with `$...$` mathematics where the front end draws it.
  public static func markdown(_ text: String) -> MIMEBundle { one("text/markdown", .text(text)) }

  /// LaTeX, with its own `$$` or environment around it.
  public static func latex(_ text: String) -> MIMEBundle { one("text/latex", .text(text)) }

  /// An SVG document.
  public static func svg(_ document: String) -> MIMEBundle {
    one("image/svg+xml", .text(document))
  }

  /// The text of a JSON value, which front ends show as a tree.
  public static func json(_ text: String) -> MIMEBundle { one("application/json", .text(text)) }

  /// The bytes of a PNG file, shown in the given size in CSS pixels, else in its own.
  public static func png(_ file: [UInt8], width: Int? = nil, height: Int? = nil) -> MIMEBundle {
    picture("image/png", file, width, height)
  }

  /// The bytes of a JPEG file, shown in the given size in CSS pixels, else in its own.
  public static func jpeg(_ file: [UInt8], width: Int? = nil, height: Int? = nil) -> MIMEBundle {
    picture("image/jpeg", file, width, height)
  }

  private static func one(_ type: String, _ data: MIMEData) -> MIMEBundle {
    MIMEBundle(entries: [(type, data)])
  }

  private static func picture(
    _ type: String, _ file: [UInt8], _ width: Int?, _ height: Int?
  ) -> MIMEBundle {
    let size = [width.map { "\"width\": \($0)" }, height.map { "\"height\": \($0)" }]
      .compactMap { $0 }
    let metadata = size.isEmpty ? [] : [(type: type, json: "{\(size.joined(separator: ", "))}")]
    return MIMEBundle(entries: [(type, .binary(file))], metadata: metadata)
  }
}
