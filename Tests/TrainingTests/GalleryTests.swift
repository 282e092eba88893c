import Display
import NN
import Plots
import Tensors
import Testing
import Training
import Vision

/// Four pictures of 2 × 2 with one bright pixel each, whose place is the class.
private struct Corners: LabelledDataset {
  var classes = ["왼쪽 위", "오른쪽 위", "왼쪽 아래", "오른쪽 아래"]
  var labels = [0, 1, 2, 3]
  var scale = 1.0

  var count: Int { labels.count }
  var targets: Tensor { Tensor(labels) }

  subscript(index: Int) -> (Tensor, Int) {
    let picture = Tensor.zeros(1, 2, 2)
    picture.view(4).narrow(0, start: index % 4, length: 1).fill(scale)
    return (picture, labels[index])
  }
}

/// Takes a bright pixel's place for the class: right as long as labels are places.
private final class Look: Module {
  let conv = Conv2d(1, 3, kernelSize: 1, bias: false)
  let spare = Linear(4, 4)
  let relu = ReLU(inplace: true)

  override init() {
    super.init()
    noGrad { conv.weight.copy(from: Tensor([1.0, -1, 2]).view(3, 1, 1, 1)) }
  }

  override func forward(_ x: Tensor) -> Tensor {
    let maps = relu(conv(x))
    // The brighter the pixel, the more certain the answer.
    return maps[.all, 0].view(x.size(0), 4)
  }
}

/// Galleries of what a network gets wrong and of what is inside it.
@Suite(.serialized) struct GalleryTests {
  private let model = Look()

  /// Wrong answers in the set's order, with names of any script and their number above.
  @Test func wrongPredictions() {
    defer { plt.close() }
    let figure = plotWrongPredictions(of: model, on: Corners(labels: [0, 2, 1, 3]))
    #expect(figure.suptitle == "2 of 4 wrong")
    #expect(
      figure.axes.map(\.title) == ["왼쪽 아래 → 오른쪽 위", "오른쪽 위 → 왼쪽 아래"])
    #expect(figure.axes.allSatisfy { !$0.isOn && $0.description.contains("1 images") })
    #expect(figure.mimeBundle["image/png"] != nil)
    #expect(model.training && model.relu.training)
  }

  /// Twenty at most, or as many as are asked for; the number above counts all.
  @Test func wrongPredictionsAreLimited() {
    defer { plt.close() }
    let corners = Corners(labels: Array(repeating: 1, count: 40))
    #expect(plotWrongPredictions(of: model, on: corners, batchSize: 7).axes.count == 20)
    let few = plotWrongPredictions(of: model, on: corners, count: 3, classes: ["a", "b", "c", "d"])
    #expect(few.suptitle == "30 of 40 wrong")
    #expect(few.axes.map(\.title) == ["b → a", "b → c", "b → d"])
  }

  /// The most certain answers first, equals in the set's order, with probabilities by softmax.
  @Test func mostCertainWrongPredictions() {
    defer { plt.close() }
    let pictures = stack(
      [1.0, 3, 2, 3].enumerated().map { place, scale in
        Corners(labels: [0, 1, 2, 3], scale: scale)[place].0
      })
    let set = TensorDataset(pictures, Tensor([1, 0, 0, 0]))
    let figure = plotWrongPredictions(
      of: model, on: DataLoader(set, batchSize: 3), count: 3, showsProbability: true,
      mostCertainFirst: true)
    #expect(figure.suptitle == "4 of 4 wrong")
    // e^3 / (e^3 + 3) and e^2 / (e^2 + 3)
    #expect(
      figure.axes.map(\.title) == ["0 → 1\n87.0 %", "0 → 3\n87.0 %", "0 → 2\n71.1 %"])
  }

  /// A network that ends in `Softmax` or `LogSoftmax` is as certain as one without.
  @Test func probabilitiesOfProbabilities() {
    defer { plt.close() }
    for last in [Softmax(dim: 1), LogSoftmax(dim: 1)] {
      let figure = plotWrongPredictions(
        of: Sequential(model, last), on: Corners(labels: [1, 1, 2, 3], scale: 3),
        showsProbability: true)
      #expect(figure.axes.map(\.title) == ["오른쪽 위 → 왼쪽 위\n87.0 %"])
    }
  }

  /// A network without a mistake is no error.
  @Test func noWrongPredictions() {
    defer { plt.close() }
    let figure = plotWrongPredictions(of: model, on: Corners())
    #expect(figure.suptitle == "0 of 4 wrong" && figure.axes.count == 1)
    #expect(figure.axes[0].description.contains("0 images, 1 others"))
    #expect(figure.mimeBundle["image/png"] != nil)
  }

  /// The order of a training after it is what it would have been without.
  @Test func wrongPredictionsDrawNoRandomNumbers() {
    defer { plt.close() }
    manualSeed(3)
    let expected = Tensor.rand(1).item()
    manualSeed(3)
    plotWrongPredictions(of: model, on: Corners(labels: [1, 1, 2, 3]))
    #expect(Tensor.rand(1).item() == expected)
  }

  /// Modules that were in use stay so.
  @Test func modesStay() {
    defer { plt.close() }
    model.relu.eval()
    plotWrongPredictions(of: model, on: Corners(labels: [1, 1, 2, 3]))
    #expect(model.training && model.conv.training && !model.relu.training)
    model.relu.train()
  }

  /// One picture for each filter, of a layer, of a network's first convolution, or by name.
  @Test func filters() {
    defer { plt.close() }
    #expect(plotFilters(of: model.conv).suptitle == "3 filters of 1 × 1")
    #expect(plotFilters(of: model).suptitle == "conv: 3 filters of 1 × 1")
    let deep = Sequential([
      "first": Conv2d(3, 70, kernelSize: (3, 5)), "second": Conv2d(70, 1, kernelSize: 2),
    ])
    let first = plotFilters(of: deep)
    #expect(first.suptitle == "first: first 64 of 70 filters of 3 × 5" && first.axes.count == 64)
    let second = plotFilters(of: "second", in: deep, channel: 69)
    #expect(second.suptitle == "second: 1 filter of 2 × 2, input channel 69 of 70")
    #expect(second.axes.count == 1 && second.axes[0].description.contains("1 images"))
    #expect(
      plotFilters(of: deep, channel: 2, count: 5).suptitle
        == "first: first 5 of 70 filters of 3 × 5, input channel 2 of 3")
    #expect(first.mimeBundle["image/png"] != nil)
  }

  /// One picture for each channel of what a layer gave, before a layer in place changed it.
  @Test func featureMaps() throws {
    defer { plt.close() }
    let (picture, _) = Corners()[1]
    let figure = plotFeatureMaps(of: model.conv, in: model, for: picture)
    #expect(figure.suptitle == "conv: 3 maps of 2 × 2" && figure.axes.count == 3)
    // The second filter turns 1 into -1, which ReLU would have made 0.
    let expected = Figure(figsize: figure.figsize)
    for (index, factor) in [1.0, -1, 2].enumerated() {
      let axes = expected.subplot(1, 3, index + 1)
      axes.imshow([[0, factor], [0, 0]])
      axes.isOn = false
    }
    expected.suptitle = figure.suptitle
    expected.tightLayout(pad: 0.5)
    #expect(png(figure) == png(expected))

    for picture in [picture.unsqueeze(0), picture.squeeze(0)] {
      #expect(plotFeatureMaps(of: "relu", in: model, for: picture, count: 2).axes.count == 2)
    }
    #expect(model.training)
  }

  private func png(_ figure: Figure) -> [UInt8] {
    guard case .binary(let file)? = figure.mimeBundle["image/png"] else { return [] }
    return file
  }

  /// What cannot be drawn stops the cell with what to do.
  @Test(arguments: WrongUse.allCases) func wrongUse(_ use: WrongUse) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [use] in use.run()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for part in use.message { #expect(text.contains(part)) }
  }
}

/// What galleries refuse.
enum WrongUse: String, CaseIterable, Codable {
  case filtersOfMissingLayer, filtersOfDenseName, filtersOfDense, filtersOfMissingChannel
  case mapsOfMissingLayer, mapsOfStrangeLayer, mapsOfUnusedLayer, mapsOfDense, mapsOfBytes
  case mapsOfBatch, maps, noScores, noName, noPicture, noCount

  func run() {
    let (model, picture) = (Look(), Tensor.zeros(1, 2, 2))
    let dense = Sequential(Conv2d(1, 1, kernelSize: 1), Flatten(), Linear(4, 3))
    switch self {
    case .filtersOfMissingLayer: plotFilters(of: "conv2", in: model)
    case .filtersOfDenseName: plotFilters(of: "spare", in: model)
    case .filtersOfDense: plotFilters(of: Linear(2, 3))
    case .filtersOfMissingChannel: plotFilters(of: model, channel: 1)
    case .mapsOfMissingLayer: plotFeatureMaps(of: "conv9", in: model, for: picture)
    case .mapsOfStrangeLayer: plotFeatureMaps(of: ReLU(), in: model, for: picture)
    case .mapsOfUnusedLayer: plotFeatureMaps(of: "spare", in: model, for: picture)
    case .mapsOfDense: plotFeatureMaps(of: "2", in: dense, for: picture)
    case .mapsOfBytes: plotFeatureMaps(of: "conv", in: model, for: picture.to(.uint8))
    case .mapsOfBatch: plotFeatureMaps(of: "conv", in: model, for: Tensor.zeros(7, 1, 2, 2))
    case .maps: plotFeatureMaps(of: "conv", in: model, for: picture, columns: 0)
    case .noScores: plotWrongPredictions(of: Conv2d(1, 1, kernelSize: 1), on: Corners())
    case .noName:
      plotWrongPredictions(of: model, on: Corners(labels: [3]), classes: ["a", "b"])
    case .noPicture:
      let set = TensorDataset(Tensor([[0.0, 1, 0, 0]]), Tensor([0]))
      plotWrongPredictions(of: Identity(), on: DataLoader(set))
    case .noCount: plotWrongPredictions(of: model, on: Corners(), count: 0)
    }
  }

  var message: [String] {
    switch self {
    case .filtersOfMissingLayer:
      ["plotFilters: the network has no layer named \"conv2\"\nhint: it has conv, spare, relu"]
    case .filtersOfDenseName:
      ["\"spare\" is no convolution but Linear(in_features=4", "hint: choose one of conv"]
    case .filtersOfDense: ["no filters in Linear(in_features=2", "hint: give a Conv2d"]
    case .filtersOfMissingChannel:
      ["no input channel 1\n  weight [3, 1, 1, 1]\n             ^", "channels 0 to 0"]
    case .mapsOfMissingLayer: ["plotFeatureMaps: the network has no layer named \"conv9\""]
    case .mapsOfStrangeLayer: ["the layer ReLU() is not in the network", "conv, spare, relu"]
    case .mapsOfUnusedLayer: ["does not use the layer \"spare\" for this picture"]
    case .mapsOfDense: ["no set of maps\n  output [1, 3]", "for instance one of 0"]
    case .mapsOfBytes: ["not of torch.uint8", "as ToTensor() makes it"]
    case .mapsOfBatch: ["picture [7, 1, 2, 2]", "of a batch take x[0]"]
    case .maps: ["64 pictures in 0 columns"]
    case .noScores: ["a score for each class"]
    case .noName: ["no name for class 3", "the classes 0 to 1"]
    case .noPicture: ["no picture of one or three channels\n  picture [4]"]
    case .noCount: ["0 pictures in 5 columns"]
    }
  }
}
