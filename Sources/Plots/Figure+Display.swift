public import Display
internal import Images

extension Figure: Displayable {
  /// The picture as a PNG with two pixels for one on sharp screens, or as an SVG document where
  /// `plt.inlineFormat` asks for it, and the description.
  ///
  /// What a notebook shows is cut to what is drawn, with a tenth of an inch around it. A figure
  /// without axes is only described. A figure that is shown this way does not show itself again
  /// at the end of the cell.
  public var mimeBundle: MIMEBundle {
    OpenFigures.remove(self)
    if axes.isEmpty { return .text(description) }
    let painter = FigurePainter(figure: self)
    let part = painter.drawnPart
    if InlineFormat.current == .svg {
      return MIMEBundle.svg(SVGText(painter.svg(of: part)).distinct).merging(.text(description))
    }
    let image = painter.image(of: part, scale: 2)
    do {
      let file = try image.pngData(dpi: 2 * dpi)
      return MIMEBundle.png(file, width: image.width / 2, height: image.height / 2)
        .merging(.text(description))
    } catch {
      return .text("\(description): \(error)")
    }
  }
}
