public import Images
public import Tensors

extension Axes {
  /// Draws a tensor as a picture with square pixels, the first row on top.
  ///
  /// One of shape `[height, width]` takes the colours of `cmap`, from its smallest value to its
  /// largest. One of shape `[height, width, 3]` or `[height, width, 4]` is red, green, blue and
  /// opacity: from 0 to 255 where the elements are integers, from 0 to 1 where they are not.
  /// What is outside is clipped, with a warning. Pictures in PyTorch's order, channels first,
  /// need `x.permute(1, 2, 0)`.
  ///
  /// - Parameters:
  ///   - vmin: the value of the first colour, the smallest in the picture by default.
  ///   - vmax: the value of the last colour, the largest in the picture by default.
  @discardableResult
  public func imshow(
    _ tensor: Tensor, cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil
  ) -> AxesImage {
    add(Picture(tensor), cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a picture with square pixels, the first row on top.
  ///
  /// A grey one takes the colours of `cmap`, from its smallest value to its largest.
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
        "the rows have \(rows.map(\.count)) numbers", in: "plt.imshow",
        hint: "a picture is rows of the same length")
    }
    let picture = Picture(width: width, height: rows.count, content: .numbers(Array(rows.joined())))
    return add(picture, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws a table of numbers of any other type as a picture.
  @_disfavoredOverload
  @discardableResult
  public func imshow(
    _ rows: [[some PlotNumber]], cmap: ColorMap = .viridis, vmin: Double? = nil,
    vmax: Double? = nil
  ) -> AxesImage {
    imshow(rows.map { $0.map(\.plotValue) }, cmap: cmap, vmin: vmin, vmax: vmax)
  }

  /// Draws rows of pixels, each an array of 1, 3 or 4 channels, like a tensor `[height, width,
  /// channels]`.
  @_disfavoredOverload
  @discardableResult
  public func imshow(
    _ pixels: [[[some TensorScalar]]], cmap: ColorMap = .viridis, vmin: Double? = nil,
    vmax: Double? = nil
  ) -> AxesImage {
    imshow(Tensor(pixels), cmap: cmap, vmin: vmin, vmax: vmax)
  }

  func add(_ picture: Picture, cmap: ColorMap, vmin: Double?, vmax: Double?) -> AxesImage {
    let image = AxesImage(picture, cmap: cmap, vmin: vmin, vmax: vmax)
    add(image)
    keepsAspect = true
    yAxis.isInverted = true
    return image
  }
}
