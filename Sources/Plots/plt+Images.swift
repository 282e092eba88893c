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

  /// Draws a table of numbers of any other type as a picture.
  @_disfavoredOverload
  @discardableResult
  public static func imshow(
    _ rows: [[some PlotNumber]], cmap: ColorMap = .viridis, vmin: Double? = nil,
    vmax: Double? = nil
  ) -> AxesImage {
    gca().imshow(rows, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws rows of pixels, each an array of 1, 3 or 4 channels; see
  /// `Axes.imshow(_:cmap:vmin:vmax:)`.
  @_disfavoredOverload
  @discardableResult
  public static func imshow(
    _ pixels: [[[some TensorScalar]]], cmap: ColorMap = .viridis, vmin: Double? = nil,
    vmax: Double? = nil
  ) -> AxesImage {
    gca().imshow(pixels, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a table of numbers as coloured fields with the numbers in them; `Axes.heatmap` tells
  /// more.
  @discardableResult
  public static func heatmap(
    _ rows: [[Double]], xlabels: [String]? = nil, ylabels: [String]? = nil,
    cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil, decimals: Int? = nil,
    annot: Bool = true, colorbar: Bool = true
  ) -> AxesImage {
    gca().heatmap(
      rows, xlabels: xlabels, ylabels: ylabels, cmap: cmap, vmin: vmin, vmax: vmax,
      decimals: decimals, annot: annot, colorbar: colorbar)
  }

  /// Draws a table of numbers of any other type as coloured fields with the numbers in them.
  @_disfavoredOverload
  @discardableResult
  public static func heatmap(
    _ rows: [[some PlotNumber]], xlabels: [String]? = nil, ylabels: [String]? = nil,
    cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil, decimals: Int? = nil,
    annot: Bool = true, colorbar: Bool = true
  ) -> AxesImage {
    gca().heatmap(
      rows, xlabels: xlabels, ylabels: ylabels, cmap: cmap, vmin: vmin, vmax: vmax,
      decimals: decimals, annot: annot, colorbar: colorbar)
  }

  /// Draws how often each class was taken for each class; `Axes.confusionMatrix` tells more.
  @discardableResult
  public static func confusionMatrix(
    _ counts: [[Int]], classes: [String]? = nil, normalize: Bool = false, cmap: ColorMap = .blues,
    colorbar: Bool = true
  ) -> AxesImage {
    gca().confusionMatrix(
      counts, classes: classes, normalize: normalize, cmap: cmap, colorbar: colorbar)
  }

  /// Puts a strip beside the axes that tells which colour stands for which number.
  public static func colorbar(_ mappable: (any Mappable)? = nil, label: String = "") {
    gca().colorbar(mappable, label: label)
  }
}
