public import Plots

/// Draws the losses and the accuracies of a training, epoch by epoch, side by side.
///
///     plotHistory(history)
///
/// The figure is one of `plt`: it shows itself at the end of the cell, and `plt.savefig` writes it.
///
/// - Parameter history: what `fit` returned.
/// - Returns: the figure, for instance to write on it.
@discardableResult
public func plotHistory(_ history: History) -> Figure {
  let (figure, axes) = plt.subplots(1, 2, figsize: (10, 4))
  let epochs = Array(1..<history.count + 1)
  axes[0].plot(epochs, history.trainLoss, "o-", label: "train", markersize: 4)
  axes[0].plot(epochs, history.validationLoss, "o-", label: "validation", markersize: 4)
  (axes[0].title, axes[0].ylabel) = ("Loss", "loss")
  axes[1].plot(epochs, history.trainAccuracy, "o-", label: "train", markersize: 4)
  axes[1].plot(epochs, history.validationAccuracy, "o-", label: "validation", markersize: 4)
  (axes[1].title, axes[1].ylabel) = ("Accuracy", "accuracy")
  for axes in axes {
    axes.xlabel = "epoch"
    axes.hasGrid = true
    axes.legendLocation = .best
    // Half an epoch means nothing.
    if history.count <= 12 { axes.xticks(epochs) }
  }
  figure.tightLayout()
  return figure
}
