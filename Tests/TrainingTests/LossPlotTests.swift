import Display
import Plots
import Testing
import Training

/// Curves of a training, while it runs and afterwards.
@Suite(.serialized) struct LossPlotTests {
  /// The plot changes in place, not more often than it may, and at the end in any case.
  @Test func live() {
    var pictures = 0
    let plot = LossPlot(title: "loss", pause: .seconds(3600)) { _ in pictures += 1 }
    for batch in 0..<5000 { plot.add(training: 1 / Double(batch + 1)) }
    #expect(pictures == 1)
    plot.add(validation: 0.5)
    plot.finish()
    #expect(pictures == 3 && plot.training.count == 5000 && plot.validation.count == 1)
    #expect(plot.figure.mimeBundle["image/png"] != nil)
  }

  /// Outside of a notebook losses are only kept.
  @Test func outside() {
    let plot = LossPlot()
    plot.add(training: 1)
    plot.finish()
    #expect(plot.training == [1])
  }
}
