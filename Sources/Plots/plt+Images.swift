public import Images

extension plt {
  /// Draws a picture with square pixels, the first row on top; `Axes.imshow` tells more.
  @discardableResult
  public static func imshow(
    _ image: Image, cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    gca().imshow(image, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a table of numbers as a picture.
  @discardableResult
  public static func imshow(
    _ rows: [[Double]], cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    gca().imshow(rows, cmap: cmap, vmin: vmin, vmax: vmax)
  }
}
