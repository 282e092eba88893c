public import Display
internal import Images
internal import Tensors

extension Figure: Displayable {
  /// The picture as a PNG with two pixels for one on sharp screens, and the description.
  ///
  /// What a notebook shows is cut to what is drawn, with a tenth of an inch around it. A figure
  /// without axes is only described. A figure that is shown this way does not show itself again
  /// at the end of the cell.
  public var mimeBundle: MIMEBundle {
    OpenFigures.remove(self)
    if axes.isEmpty { return .text(description) }
    let image = FigurePainter(figure: self).croppedImage(scale: 2)
    do {
      let file = try image.pngData(dpi: 2 * dpi)
      return MIMEBundle.png(file, width: image.width / 2, height: image.height / 2)
        .merging(.text(description))
    } catch {
      return .text("\(description): \(error)")
    }
  }

  /// Writes the whole sheet to a PNG file, one pixel of the file for each of the figure.
  ///
  /// - Parameters:
  ///   - path: the file; its name ends in `.png`.
  ///   - dpi: pixels of an inch, those of the figure by default.
  /// - Throws: `ImageError` when the file cannot be written.
  public func savefig(_ path: String, dpi: Double? = nil) throws {
    if !path.lowercased().hasSuffix(".png") {
      misuse("\"\(path)\" is no PNG file", in: "plt.savefig", hint: "let the name end in .png")
    }
    let dpi = dpi ?? self.dpi
    try FigurePainter(figure: self).image(scale: dpi / self.dpi).writePNG(path, dpi: dpi)
  }
}
