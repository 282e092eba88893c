internal import Tensors

extension Axes {
  /// Draws a table of numbers as coloured fields with the numbers in them.
  ///
  /// - Parameters:
  ///   - rows: the numbers, the first row on top.
  ///   - xlabels: the names of the columns, written below.
  ///   - ylabels: the names of the rows, written on the left.
  ///   - cmap: the colours, from the smallest number to the largest.
  ///   - decimals: digits after the point; as many as are needed when left out.
  ///   - annot: whether the numbers are written.
  ///   - colorbar: whether a strip beside the table tells which colour is which number.
  @discardableResult
  public func heatmap(
    _ rows: [[Double]], xlabels: [String]? = nil, ylabels: [String]? = nil,
    cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil, decimals: Int? = nil,
    annot: Bool = true, colorbar: Bool = true
  ) -> AxesImage {
    let image = imshow(rows, cmap: cmap, vmin: vmin, vmax: vmax)
    for (y, row) in rows.enumerated() {
      for (x, number) in row.enumerated() where annot {
        let field = cmap.color(of: number, from: image.vmin, to: image.vmax)
        text(
          Double(x), Double(y), NumberText.text(number, decimals: decimals),
          color: field.isDark ? .white : .black, ha: .center, va: .center)
      }
    }
    if let xlabels {
      let isLong = xlabels.contains { $0.count > 4 } && xlabels.count > 4
      xticks(
        Array(xlabels.indices), labels: xlabels, rotation: isLong ? 45 : 0,
        ha: isLong ? .right : nil)
    }
    if let ylabels { yticks(Array(ylabels.indices), labels: ylabels) }
    if colorbar { self.colorbar(image) }
    return image
  }

  /// Draws a table of numbers of any other type as coloured fields with the numbers in them.
  @_disfavoredOverload
  @discardableResult
  public func heatmap(
    _ rows: [[some PlotNumber]], xlabels: [String]? = nil, ylabels: [String]? = nil,
    cmap: ColorMap = .viridis, vmin: Double? = nil, vmax: Double? = nil, decimals: Int? = nil,
    annot: Bool = true, colorbar: Bool = true
  ) -> AxesImage {
    heatmap(
      rows.map { $0.map(\.plotValue) }, xlabels: xlabels, ylabels: ylabels, cmap: cmap, vmin: vmin,
      vmax: vmax, decimals: decimals, annot: annot, colorbar: colorbar)
  }

  /// Draws how often each class (rows) was taken for each class (columns).
  ///
  ///     let matrix = ConfusionMatrix(scores, targets)
  ///     plt.confusionMatrix(matrix.counts, classes: ["cat", "dog", "bird"])
  ///
  /// - Parameters:
  ///   - counts: as many rows as columns; row 2, column 0 counts how often class 2 was called 0.
  ///   - classes: the names of the classes, 0, 1, 2 and so on by default.
  ///   - normalize: whether each row is divided by its sum, so that the diagonal shows recall.
  @discardableResult
  public func confusionMatrix(
    _ counts: [[Int]], classes: [String]? = nil, normalize: Bool = false, cmap: ColorMap = .blues,
    colorbar: Bool = true
  ) -> AxesImage {
    if counts.isEmpty || counts.contains(where: { $0.count != counts.count }) {
      misuse(
        "the rows have \(counts.map(\.count)) numbers", in: "plt.confusionMatrix",
        hint: "there must be as many rows as columns")
    }
    let names = classes ?? counts.indices.map { "\($0)" }
    if names.count != counts.count {
      misuse(
        "there are \(counts.count) rows and \(names.count) classes", in: "plt.confusionMatrix",
        hint: "give one name for each class")
    }
    let rows = counts.map { row -> [Double] in
      let sum = Double(row.reduce(0, +))
      return row.map { normalize ? (sum > 0 ? Double($0) / sum : 0) : Double($0) }
    }
    let image = heatmap(
      rows, xlabels: names, ylabels: names, cmap: cmap, vmin: 0, vmax: normalize ? 1 : nil,
      decimals: normalize ? 2 : nil, colorbar: colorbar)
    (xlabel, ylabel) = ("Predicted label", "True label")
    return image
  }

  /// Puts a strip beside the axes that tells which colour stands for which number.
  ///
  /// - Parameters:
  ///   - mappable: the picture or the points, the last of the axes by default.
  ///   - label: what stands beside it.
  public func colorbar(_ mappable: (any Mappable)? = nil, label: String = "") {
    let last = artists.last { ($0 as? any Mappable)?.cmap != nil } as? any Mappable
    guard let mappable = mappable ?? last, let cmap = mappable.cmap else {
      misuse(
        "nothing on the axes has colours that stand for numbers", in: "plt.colorbar",
        hint: "call it after imshow of numbers, or scatter with c:")
    }
    colorBar = ColorBar(cmap: cmap, vmin: mappable.vmin, vmax: mappable.vmax, label: label)
  }
}

extension Color {
  /// Whether white letters can be read better on it than black ones (luma of BT.601).
  fileprivate var isDark: Bool { opacity > 0 && 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 }
}
