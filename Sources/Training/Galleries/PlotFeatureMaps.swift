public import NN
public import Plots
public import Tensors

/// Draws what a layer makes of a picture: each channel of its output.
///
///     let (image, _) = testSet[0]
///     plotFeatureMaps(of: model.conv1, in: model, for: image)
///
/// Bright is where the layer found what the channel looks for. Each map is scaled by itself, from
/// its least number to its greatest; one that is the same everywhere is dark.
///
/// The figure is one of `plt`: it shows itself at the end of the cell, and `plt.savefig` writes it.
/// The model is switched to use meanwhile and back afterwards; nothing is recorded.
///
/// - Parameters:
///   - layer: any module within `model` whose output is `[1, channels, height, width]`. Of a layer
///     that the network uses several times, the last output is drawn.
///   - model: the whole network.
///   - picture: `[channels, height, width]` as the data set gives it, a batch of one, or
///     `[height, width]`.
///   - count: how many maps are drawn at most.
///   - columns: how many stand in a row.
///   - cmap: the colours of the maps.
/// - Returns: the figure, for instance to write on it.
@discardableResult
public func plotFeatureMaps(
  of layer: Module, in model: Module, for picture: Tensor, count: Int = 64, columns: Int = 8,
  cmap: ColorMap = .viridis
) -> Figure {
  let name = model.path(of: layer, in: "plotFeatureMaps")
  return plot(layer, named: name, model, picture, count, columns, cmap)
}

/// Draws what the layer of a name makes of a picture:
/// `plotFeatureMaps(of: "layer1.0", in: model, for: image)`.
///
/// The names are those that `print(model)` shows, joined with dots.
@discardableResult
public func plotFeatureMaps(
  of name: String, in model: Module, for picture: Tensor, count: Int = 64, columns: Int = 8,
  cmap: ColorMap = .viridis
) -> Figure {
  let layer = model.module(named: name, in: "plotFeatureMaps")
  return plot(layer, named: name, model, picture, count, columns, cmap)
}

private func plot(
  _ layer: Module, named name: String, _ model: Module, _ picture: Tensor, _ count: Int,
  _ columns: Int, _ cmap: ColorMap
) -> Figure {
  Gallery.check(count: count, columns: columns, in: "plotFeatureMaps")
  let line = Module.line(layer)
  guard let output = output(of: layer, in: model, for: picture) else {
    misuse(
      "the network does not use the layer \"\(name)\" for this picture", in: "plotFeatureMaps",
      hint: "only modules that are called, \(line)(x), have an output")
  }
  guard output.ndim == 4 else {
    let names = model.convolutions.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
    misuse(
      "the output of \(line) is no set of maps", in: "plotFeatureMaps",
      [Argument("output", output)],
      hint: "choose a layer whose output is [1, channels, height, width]"
        + (names.isEmpty ? "" : ", for instance one of \(names)"))
  }
  let shown = min(count, output.size(1))
  let title =
    counted(shown, of: output.size(1), "map") + " of \(output.size(2)) × \(output.size(3))"
  let gallery = Gallery(
    shown, columns: columns, title: name.isEmpty ? title : "\(name): \(title)")
  for (index, axes) in gallery.axes.enumerated() { axes.imshow(output[0, index], cmap: cmap) }
  return gallery.figure
}

/// What a layer gave last while the network computed; nil where it was not asked.
private func output(of layer: Module, in model: Module, for picture: Tensor) -> Tensor? {
  var batch = picture
  if picture.ndim == 2 { batch = batch.unsqueeze(0) }
  if batch.ndim == 3 { batch = batch.unsqueeze(0) }
  guard batch.ndim == 4, batch.size(0) == 1, batch.dtype.isFloatingPoint else {
    misuse(
      "maps are drawn for one picture of floating-point numbers, not of \(picture.dtype)",
      in: "plotFeatureMaps", [Argument("picture", picture)],
      hint: "it is [channels, height, width], as ToTensor() makes it; of a batch take x[0]")
  }
  var output: Tensor?
  // A layer behind it may change the output in place.
  let hook = layer.registerForwardHook { output = $2.detach().clone() }
  inUse(model) { _ = model(batch.to(model.parameters().first?.device ?? .cpu)) }
  hook.remove()
  return output?.to(.cpu).to(.float32)
}
