internal import Tensors

extension Axes {
  private func checkLetters(_ size: Double, _ rotation: Double, _ operation: String) {
    if (0.1...1000).contains(size) && rotation.isFinite { return }
    misuse(
      "no letters are \(size) points high and turned by \(rotation) degrees", in: operation,
      hint: "10 points are usual")
  }

  /// Writes a text at a place among the data.
  ///
  ///     axes.text(2, 0.5, "here", ha: .center, color: "red")
  ///
  /// - Parameters:
  ///   - x: the place from left to right, on the x-axis.
  ///   - y: the place from bottom to top, on the y-axis.
  ///   - text: what is written, in any script that the system has letters for.
  ///   - fontsize: the size of the letters in points.
  ///   - color: the colour of the letters, that of the axes by default.
  ///   - ha: the part of the text that stands there from left to right.
  ///   - va: the part of the text that stands there from top to bottom.
  ///   - rotation: degrees by which it is turned to the left.
  ///   - facecolor: the colour of a box around the text, without one by default.
  @discardableResult
  public func text(
    _ x: Double, _ y: Double, _ text: String, fontsize: Double = 10, color: Color? = nil,
    ha: HorizontalAlignment = .left, va: VerticalAlignment = .baseline, rotation: Double = 0,
    facecolor: Color? = nil
  ) -> PlotText {
    checkLetters(fontsize, rotation, "plt.text")
    let text = PlotText(
      text, x: x, y: y, ha: ha, va: va, color: color ?? style.foreground, size: fontsize,
      rotation: rotation, box: facecolor)
    add(text)
    return text
  }

  /// Writes a remark, with an arrow to what it is about.
  ///
  /// - Parameters:
  ///   - text: the remark.
  ///   - xy: the place among the data that it is about.
  ///   - xytext: where the text begins, at that very place by default.
  ///   - arrow: whether an arrow leads from the text to the place.
  @discardableResult
  public func annotate(
    _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil, fontsize: Double = 10,
    color: Color? = nil, arrow: Bool = true
  ) -> Annotation {
    checkLetters(fontsize, 0, "plt.annotate")
    let annotation = Annotation(
      text, place: xy, textPlace: xytext ?? xy, color: color ?? style.foreground, size: fontsize,
      hasArrow: arrow && xytext != nil)
    add(annotation)
    return annotation
  }
}
