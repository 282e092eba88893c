public import NN
public import Plots
internal import Tensors

/// Draws what the filters of a convolution look for: its weights as small pictures.
///
///     plotFilters(of: model.conv1)
///     plotFilters(of: model)          // those of the first convolution in the network
///
/// Each filter is scaled by itself: its least weight is black, its greatest white. Filters of three
/// input channels are drawn in colours, others in grey: one input channel of each.
///
/// The figure is one of `plt`: it shows itself at the end of the cell, and `plt.savefig` writes it.
///
/// - Parameters:
///   - layer: a `Conv2d`, or a network that holds one.
///   - channel: which input channel is drawn where there are neither one nor three, or in grey
///     where there are three.
///   - count: how many filters are drawn at most.
///   - columns: how many stand in a row.
/// - Returns: the figure, for instance to write on it.
@discardableResult
public func plotFilters(
  of layer: Module, channel: Int? = nil, count: Int = 64, columns: Int = 8
) -> Figure {
  guard let (name, convolution) = layer.convolutions.first else {
    misuse(
      "there are no filters in \(Module.line(layer))", in: "plotFilters",
      hint: "give a Conv2d, or a network with one")
  }
  return plot(convolution, named: name, channel, count, columns)
}

/// Draws the filters of the layer of a name: `plotFilters(of: "layer2.0", in: model)`.
///
/// The names are those that `print(model)` shows, joined with dots.
@discardableResult
public func plotFilters(
  of name: String, in model: Module, channel: Int? = nil, count: Int = 64, columns: Int = 8
) -> Figure {
  let layer = model.module(named: name, in: "plotFilters")
  guard let convolution = layer as? Conv2d else {
    let names = model.convolutions.map(\.name).joined(separator: ", ")
    misuse(
      "\"\(name)\" is no convolution but \(Module.line(layer))", in: "plotFilters",
      hint: names.isEmpty ? "the network has none" : "choose one of \(names)")
  }
  return plot(convolution, named: name, channel, count, columns)
}

private func plot(
  _ layer: Conv2d, named name: String, _ channel: Int?, _ count: Int, _ columns: Int
) -> Figure {
  Gallery.check(count: count, columns: columns, in: "plotFilters")
  let weights = layer.weight.detach().to(.cpu).to(.float32)
  let channels = weights.size(1)
  if let channel, !(0..<channels ~= channel) {
    misuse(
      "there is no input channel \(channel)", in: "plotFilters",
      [Argument("weight", weights, at: 1)],
      hint: "a filter of this layer has the channels 0 to \(channels - 1)")
  }
  let isColoured = channels == 3 && channel == nil
  let shown = min(count, weights.size(0))
  var title = counted(shown, of: weights.size(0), "filter")
  title += " of \(weights.size(2)) × \(weights.size(3))"
  if channels > 1 && !isColoured { title += ", input channel \(channel ?? 0) of \(channels)" }
  let gallery = Gallery(
    shown, columns: columns, title: name.isEmpty ? title : "\(name): \(title)")
  for (index, axes) in gallery.axes.enumerated() {
    let filter = weights[index]
    // White weights would be lost on a white sheet without a frame.
    axes.isOn = true
    axes.xticks([Double]())
    axes.yticks([Double]())
    if isColoured {
      let low = filter.min().item()
      axes.imshow(((filter - low) / max(filter.max().item() - low, 1e-30)).permute(1, 2, 0))
    } else {
      axes.imshow(filter[channel ?? 0], cmap: .gray)
    }
  }
  return gallery.figure
}
