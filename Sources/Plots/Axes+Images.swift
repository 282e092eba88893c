public import Images

extension Axes {
  /// Draws a picture with square pixels, the first row on top.
  ///
  /// Grey pictures take the colours of `cmap`, from the smallest value to the largest.
  ///
  /// - Parameters:
  ///   - vmin: the value of the first colour, the smallest in the picture by default.
  ///   - vmax: the value of the last colour, the largest in the picture by default.
  @discardableResult
  public func imshow(
    _ image: Image, cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    add(Picture(image), cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a table of numbers as a picture.
  @discardableResult
  public func imshow(
    _ rows: [[Double]], cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    let width = rows.first?.count ?? 0
    if width == 0 || rows.contains(where: { $0.count != width }) {
      misuse(
        "imshow needs rows of the same length, not \(rows.map(\.count)).",
        hint: "a picture is height rows of width numbers")
    }
    let picture = Picture(width: width, height: rows.count, content: .numbers(Array(rows.joined())))
    return add(picture, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  func add(_ picture: Picture, cmap: ColorMap, vmin: Double?, vmax: Double?) -> AxesImage {
    let image = AxesImage(picture, cmap: cmap, vmin: vmin, vmax: vmax)
    show(image)
    return image
  }
}
