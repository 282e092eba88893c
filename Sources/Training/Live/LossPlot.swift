internal import Display
public import Plots

/// The losses of a training that is under way, drawn anew as they come in.
///
///     let live = LossPlot()
///     for (images, labels) in loader {
///       ...
///       live.add(training: loss.item())
///     }
///     live.finish()
///
/// In a notebook one picture changes in place, at most twice a second. Elsewhere nothing is shown,
/// and the losses are only kept.
public final class LossPlot {
  /// The loss of each batch so far.
  public private(set) var training: [Double] = []
  /// The losses on the validation set, and after how many batches each was measured.
  public private(set) var validation: [(batch: Int, loss: Double)] = []

  private let title: String
  private let pause: Duration
  private let show: ((Figure) -> Void)?
  private var shown: ContinuousClock.Instant?

  /// Makes a plot that appears with its first loss.
  ///
  /// - Parameter title: what stands above it.
  public convenience init(title: String = "loss") {
    var handle: DisplayHandle?
    self.init(
      title: title, pause: .milliseconds(500),
      show: Notebook.isThere
        ? { figure in
          if let handle { handle.update(figure) } else { handle = display(figure) }
        } : nil)
  }

  /// - Parameters:
  ///   - pause: the least time between two pictures.
  ///   - show: what is done with a picture; nil to draw none.
  package init(title: String, pause: Duration, show: ((Figure) -> Void)?) {
    self.title = title
    self.pause = pause
    self.show = show
  }

  /// Adds the loss of a batch.
  public func add(training loss: Double) {
    training.append(loss)
    let now = ContinuousClock.now
    if let shown, now - shown < pause { return }
    draw(now)
  }

  /// Adds a loss on the validation set, measured after the batches so far.
  public func add(validation loss: Double) {
    validation.append((training.count, loss))
    draw(ContinuousClock.now)
  }

  /// Draws the last state.
  public func finish() { draw(ContinuousClock.now) }

  private func draw(_ now: ContinuousClock.Instant) {
    guard let show, !training.isEmpty else { return }
    shown = now
    show(figure)
  }

  /// The curves so far: each batch pale, their mean over a fiftieth of the way in full colour.
  package var figure: Figure {
    let figure = Figure(figsize: (6.4, 3.6))
    let axes = figure.subplot()
    axes.title = title
    (axes.xlabel, axes.ylabel) = ("batch", "loss")
    let points = thinned
    axes.plot(points.map(\.0), points.map(\.1), color: "C0", linewidth: 1, alpha: 0.3)
    let window = max(1, training.count / 50)
    let means = stride(from: 0, to: training.count, by: window).map { start in
      let part = training[start..<min(start + window, training.count)]
      return (Double(start) + Double(part.count) / 2, part.reduce(0, +) / Double(part.count))
    }
    axes.plot(means.map(\.0), means.map(\.1), label: "training", color: "C0")
    if !validation.isEmpty {
      axes.plot(
        validation.map(\.batch), validation.map(\.loss), "o-", label: "validation", color: "C1")
    }
    axes.hasGrid = true
    axes.legendLocation = .upperRight
    return figure
  }

  /// At most two thousand of the losses, evenly chosen: more cannot be told apart.
  private var thinned: [(Double, Double)] {
    let step = max(1, training.count / 2000)
    return stride(from: 0, to: training.count, by: step).map { (Double($0 + 1), training[$0]) }
  }
}
