extension plt {
  /// Writes a text at a place among the data; `Axes.text` tells more.
  @discardableResult
  public static func text(
    _ x: Double, _ y: Double, _ text: String, fontsize: Double = 10, color: Color? = nil,
    ha: HorizontalAlignment = .left, va: VerticalAlignment = .baseline, rotation: Double = 0,
    facecolor: Color? = nil
  ) -> PlotText {
    gca().text(
      x, y, text, fontsize: fontsize, color: color, ha: ha, va: va, rotation: rotation,
      facecolor: facecolor)
  }

  /// Writes a remark, with an arrow to what it is about; `Axes.annotate` tells more.
  @discardableResult
  public static func annotate(
    _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil, fontsize: Double = 10,
    color: Color? = nil, arrow: Bool = true
  ) -> Annotation {
    gca().annotate(text, xy: xy, xytext: xytext, fontsize: fontsize, color: color, arrow: arrow)
  }
}
