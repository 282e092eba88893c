public import Images
public import Tensors

extension plt {
  /// Draws a tensor of shape `[height, width]`, `[height, width, 3]` or `[height, width, 4]` as a
  /// picture; `Axes.imshow` tells more.
  @discardableResult
  public static func imshow(
    _ tensor: Tensor, cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    gca().imshow(tensor, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a picture with square pixels, the first row on top.
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
