import Plots
import Testing

/// The ends of axes, pinned to `ax.get_xlim(), ax.get_ylim()` of matplotlib 3.11.2 after the same
/// calls.
@Suite struct LimitTests {
  /// Bars stand on their axis: no margin below, a twentieth elsewhere.
  @Test func bars() {
    expect((-0.54, 2.54), (-1.2, 3.2)) { $0.bar([0, 1, 2], [3, -1, 2]) }
    expect((0, 3.15), (-0.54, 2.54)) { $0.barh([0, 1, 2], [3, 1, 2]) }
    expect((-0.49, 1.49), (1, 4.15)) { $0.bar([0, 1], [3, 2], bottom: [1, 1]) }
    expect((-0.15, 3.15), (0, 2.1)) { $0.hist([0, 1, 2, 3], bins: 3) }
  }

  /// Boxes have half a unit on both sides and no margin beyond.
  @Test func boxes() {
    expect((0.5, 2.5), (0.65, 8.35)) { $0.boxplot([[1, 2, 4, 8], [3, 5]]) }
  }

  /// An axis of logarithms takes its margin in decades; a single value gets the decade around it.
  @Test func logarithms() {
    expect((0.9, 3.1), (0.7079457843841379, 1412.5375446227545)) {
      $0.yscale = .log
      $0.plot([1, 2, 3], [1, 10, 1000])
    }
    expect((0.9, 3.1), (0.8912509381337455, 11.220184543019636)) {
      $0.yscale = .log
      $0.plot([1, 2, 3], [5, 5, 5])
    }
  }

  /// Numbers that have no logarithm do not move the ends.
  @Test func nothingBelowZeroInLogarithms() {
    expect((-0.2, 4.2), (0.8912509381337455, 11.220184543019636)) {
      $0.yscale = .log
      $0.plot([0, 1, 2, 3, 4], [-1, 0, 1, 10, .nan])
    }
  }

  /// A picture keeps its edges, and hangs from the upper one, beside what reaches further.
  @Test func pictures() {
    expect((-0.5, 3.175), (1.5, -0.5)) {
      $0.imshow([[1, 2], [3, 4]])
      $0.plot([0, 3], [0, 1])
    }
  }

  /// Axes turn around on request, given limits stay as given.
  @Test func inverted() {
    expect((2.1, -0.1), (5, 1)) {
      $0.plot([0, 1, 2], [0, 1, 2])
      $0.invertXAxis()
      $0.ylim = (5, 1)
    }
  }

  private func expect<Result>(
    _ x: (Double, Double), _ y: (Double, Double), _ draw: (Axes) -> Result
  ) {
    let axes = Figure().subplot()
    _ = draw(axes)
    let limits = axes.limits
    for (got, wanted) in [
      (limits.x.0, x.0), (limits.x.1, x.1), (limits.y.0, y.0), (limits.y.1, y.1),
    ] {
      #expect(abs(got - wanted) < 1e-9, "\(limits)")
    }
  }
}
