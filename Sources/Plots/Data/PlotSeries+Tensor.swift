public import Tensors

extension Tensor: PlotSeries {
  /// The elements of a tensor of one axis, or its only number.
  public final var plotValues: [Double] {
    if ndim > 1 {
      misuse(
        "a curve has one axis", in: "plt.plot", [Argument("tensor", self)],
        hint: "pick a row (x[0]) or make it flat (x.view(-1))")
    }
    return scalars
  }
}
