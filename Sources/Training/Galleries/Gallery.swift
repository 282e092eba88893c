internal import Plots
internal import Tensors

/// Pictures side by side in one figure, each on axes of its own, row after row.
struct Gallery {
  let figure: Figure
  let axes: [Axes]

  /// Opens a figure of `plt`.
  ///
  /// - Parameters:
  ///   - count: how many pictures there are.
  ///   - columns: how many stand in a row; fewer where there are not as many.
  ///   - tile: width and height of a picture with its title, in inches.
  ///   - title: what stands above all.
  ///   - pad: room around each picture, in sizes of a letter.
  init(
    _ count: Int, columns: Int, tile: (width: Double, height: Double), title: String,
    pad: Double = 0.5
  ) {
    let columns = max(1, min(columns, count))
    let rows = max(1, (count + columns - 1) / columns)
    let header = 0.4
    figure = plt.figure(
      figsize: (Double(columns) * tile.width, Double(rows) * tile.height + header))
    axes = (0..<count).map { [figure] in figure.subplot(rows, columns, $0 + 1) }
    for axes in axes { axes.isOn = false }
    figure.suptitle = title
    figure.tightLayout(pad: pad)
  }

  /// Square pictures without titles, as large as fits into the width of a notebook.
  init(_ count: Int, columns: Int, title: String) {
    let side = min(1.2, 9.6 / Double(max(1, min(columns, count))))
    self.init(count, columns: columns, tile: (side, side), title: title)
  }

  /// Stops the cell where there is no room for a picture.
  static func check(count: Int, columns: Int, in operation: String) {
    // 400 pictures take seconds to draw, and nobody looks at more.
    if !(1...400 ~= count) || columns < 1 {
      misuse(
        "there are to be \(count) pictures in \(columns) columns", in: operation,
        hint: "show 1 to 400 pictures in at least one column")
    }
  }
}

/// `3 maps`, `1 map`, or `first 3 of 8 maps`.
func counted(_ shown: Int, of count: Int, _ noun: String) -> String {
  let all = "\(count) \(noun)\(count == 1 ? "" : "s")"
  return shown < count ? "first \(shown) of \(all)" : all
}
