internal import Images
internal import Tensors

extension Figure {
  /// Writes the sheet to a PNG or SVG file, as the end of its name tells.
  ///
  ///     try plt.savefig("loss.png", dpi: 200)
  ///     try plt.savefig("loss.svg", tight: true)
  ///
  /// The file is written beside its place and then renamed, so nobody sees a part of it.
  ///
  /// - Parameters:
  ///   - path: the file; its name ends in `.png` or `.svg`.
  ///   - dpi: pixels of an inch in a PNG file, those of the figure by default.
  ///   - tight: whether the sheet is cut to what is drawn, with a tenth of an inch around it
  ///     (matplotlib: `bbox_inches="tight"`).
  /// - Throws: `ImageError` when the file cannot be written.
  public func savefig(_ path: String, dpi: Double? = nil, tight: Bool = false) throws {
    let painter = FigurePainter(figure: self)
    let part = tight ? painter.drawnPart : painter.sheet
    let name = path.lowercased()
    if name.hasSuffix(".svg") {
      try writeFile(path, painter.svg(of: part))
    } else if name.hasSuffix(".png") {
      let dpi = dpi ?? self.dpi
      guard dpi > 0, max(part.width, part.height) * dpi / self.dpi <= 32_000 else {
        misuse(
          "a figure of \(figsize.width) × \(figsize.height) inches has no picture of \(dpi) dpi",
          in: "plt.savefig", hint: "32,000 pixels a side at most")
      }
      try painter.image(of: part, scale: dpi / self.dpi).writePNG(path, dpi: dpi)
    } else {
      misuse(
        "\"\(path)\" is neither a PNG nor an SVG file", in: "plt.savefig",
        hint: "let the name end in .png or .svg")
    }
  }

  /// The sheet as an SVG document: text with its letters as shapes, so that it looks the same on
  /// every machine, and pictures as PNG within it.
  public var svg: String {
    String(
      decoding: FigurePainter(figure: self).svg(of: FigurePainter(figure: self).sheet),
      as: UTF8.self)
  }
}
