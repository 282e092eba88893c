public import Plots

extension plt {
  /// Draws how often each class (rows) was taken for each class (columns).
  ///
  ///     plt.confusionMatrix(ConfusionMatrix(scores, targets, classes: ["cat", "dog"]))
  ///
  /// - Parameters:
  ///   - matrix: the counts, and the names of the classes.
  ///   - normalize: whether each row is divided by its sum, so that the diagonal shows recall.
  ///   - cmap: the colours, from the smallest number to the largest.
  ///   - colorbar: whether a strip beside the table tells which colour is which number.
  @discardableResult
  public static func confusionMatrix(
    _ matrix: ConfusionMatrix, normalize: Bool = false, cmap: ColorMap = .blues,
    colorbar: Bool = true
  ) -> AxesImage {
    confusionMatrix(
      matrix.counts, classes: matrix.classes, normalize: normalize, cmap: cmap, colorbar: colorbar)
  }
}
