public import NN
public import Plots
public import Tensors
public import Vision

/// Draws pictures that a network takes for something else, each with what it is and what it was
/// taken for: `cat → dog`.
///
///     plotWrongPredictions(of: model, on: testSet)
///     plotWrongPredictions(of: model, on: testSet, showsProbability: true, mostCertainFirst: true)
///
/// Above them stands how many answers are wrong: `893 of 10000 wrong`. Where none is, the figure
/// says so and holds no picture.
///
/// Pictures are drawn as the network gets them. Where their numbers lie outside 0...1, as behind
/// `Normalize`, each picture is stretched: its least number becomes black, its greatest white. That
/// brings a mean and a standard deviation back that are the same for all channels, up to
/// brightness; with others for each channel the colours shift a little.
///
/// The figure is one of `plt`: it shows itself at the end of the cell, and `plt.savefig` writes it.
/// The model is switched to use meanwhile and back afterwards; nothing is recorded.
///
/// - Parameters:
///   - model: gives a score for each class, `[pictures, classes]`.
///   - dataset: pictures `[1 or 3, height, width]` and their labels.
///   - count: how many pictures are drawn at most.
///   - columns: how many stand in a row.
///   - classes: the names of the classes; by default those of the data set, where it has names,
///     else numbers.
///   - showsProbability: whether the title says how certain the network was.
///   - mostCertainFirst: whether the pictures are those of which the network was most certain,
///     instead of the first of the set.
///   - batchSize: how many pictures go through the network at once.
///   - device: where the model is.
/// - Returns: the figure, for instance to write on it.
@discardableResult
public func plotWrongPredictions(
  of model: Module, on dataset: some Dataset<(Tensor, Int)>, count: Int = 20, columns: Int = 5,
  classes: [String]? = nil, showsProbability: Bool = false, mostCertainFirst: Bool = false,
  batchSize: Int = 256, device: Device = .cpu
) -> Figure {
  // With a generator of its own it takes none of the random numbers of a training.
  let loader = DataLoader(dataset, batchSize: batchSize, generator: Generator(seed: 0))
  return plotWrongPredictions(
    of: model, on: loader, count: count, columns: columns, classes: classes,
    showsProbability: showsProbability, mostCertainFirst: mostCertainFirst, device: device)
}

/// Draws pictures of a loader that a network takes for something else.
///
///     plotWrongPredictions(of: model, on: testLoader)
///
/// It is the same as with a data set, for the batches and in the order of the loader.
@discardableResult
public func plotWrongPredictions(
  of model: Module, on loader: DataLoader, count: Int = 20, columns: Int = 5,
  classes: [String]? = nil, showsProbability: Bool = false, mostCertainFirst: Bool = false,
  device: Device = .cpu
) -> Figure {
  Gallery.check(count: count, columns: columns, in: "plotWrongPredictions")
  let wrong = WrongPredictions(
    of: model, on: loader, limit: count, mostCertainFirst: mostCertainFirst, device: device)
  let names = classes ?? (loader.dataset as? any LabelledDataset)?.classes
  let gallery = Gallery(
    max(1, wrong.samples.count), columns: columns, tile: (2, showsProbability ? 2.45 : 2.25),
    title: "\(wrong.count) of \(wrong.total) wrong", pad: 1)
  for (axes, sample) in zip(gallery.axes, wrong.samples) {
    axes.drawSample(sample.picture, in: "plotWrongPredictions")
    axes.title = "\(name(of: sample.label, names)) → \(name(of: sample.predicted, names))"
    if showsProbability { axes.title += "\n\(fixed(100 * sample.probability, 1)) %" }
    axes.titleSize = 10
  }
  if wrong.samples.isEmpty {
    gallery.axes[0].text(0.5, 0.5, "no wrong predictions", ha: .center, va: .center)
  }
  return gallery.figure
}

private func name(of label: Int, _ names: [String]?) -> String {
  guard let names else { return "\(label)" }
  guard names.indices.contains(label) else {
    misuse(
      "there is no name for class \(label)", in: "plotWrongPredictions",
      hint: "the \(names.count) names are for the classes 0 to \(names.count - 1)")
  }
  return names[label]
}
