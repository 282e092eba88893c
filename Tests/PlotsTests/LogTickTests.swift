import Plots
import Testing

/// Ticks of logarithms, pinned to matplotlib 3.11.2: `ax.set_yscale("log"); ax.set_ylim(lo, hi)`
/// on a default figure, where an axis has room for 13 labels.
@Suite struct LogTickTests {
  /// Powers of ten with nine small ticks in each decade.
  @Test func decades() {
    let ticks = LogTicks(from: 1e-4, to: 10, room: 13)
    #expect(ticks.texts == ["10^−4", "10^−3", "10^−2", "10^−1", "10^0", "10^1"])
    #expect(ticks.minor.count == 40)
    #expect(LogTicks(from: 0.5, to: 20, room: 13).texts == ["10^0", "10^1"])
    #expect(LogTicks(from: 0.5, to: 20, room: 13).minor.count == 14)
    #expect(LogTicks(from: 1, to: 100, room: 13).minor.count == 16)
  }

  /// Where there are too many decades, only some stand there, and no small ticks.
  @Test func manyDecades() {
    let ticks = LogTicks(from: 1e-12, to: 1e12, room: 13)
    #expect(ticks.major.count == 9 && ticks.minor.isEmpty)
    #expect(ticks.texts.first == "10^−12" && ticks.texts.last == "10^12")
  }

  /// Within a decade the small ticks have numbers: some of them, or all on a very short axis.
  @Test func withinADecade() {
    #expect(
      LogTicks(from: 20, to: 90, room: 13).texts
        == ["2 × 10^1", "3 × 10^1", "4 × 10^1", "6 × 10^1"])
    #expect(
      LogTicks(from: 3, to: 7, room: 13).texts
        == ["3 × 10^0", "4 × 10^0", "5 × 10^0", "6 × 10^0", "7 × 10^0"])
  }
}
