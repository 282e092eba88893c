import Display
import Testing

/// Bars in their three forms, with a clock of the test's own.
@Suite struct ProgressTests {
  /// A line has tqdm's form: part, bar in eighths of a letter, count, times, speed and note.
  @Test func line() {
    var state = ProgressState(label: "epoch 1", count: 422, total: 938, seconds: 3, note: "")
    #expect(state.line == "epoch 1:  44%|████████▉           | 422/938 [00:03<00:04, 140.7 it/s]")
    (state.count, state.note) = (938, "loss 0.3")
    #expect(
      state.line
        == "epoch 1: 100%|████████████████████| 938/938 [00:03<00:00, 312.7 it/s, loss 0.3]")
    state = ProgressState(label: "", count: 0, total: 4, seconds: 0, note: "")
    #expect(state.line == "  0%|                    | 0/4 [00:00<?, ? it/s]")
    state = ProgressState(label: "", count: 2, total: 4, seconds: 7260, note: "")
    #expect(
      state.line == " 50%|██████████          | 2/4 [2:01:00<2:01:00, 3630.0 s/it]")
    state = ProgressState(label: "words", count: 7, total: nil, seconds: 2, note: "")
    #expect(state.line == "words: 7 [00:02, 3.5 it/s]")
    state = ProgressState(label: "", count: 0, total: 0, seconds: 0, note: "")
    #expect(state.line == "100%|████████████████████| 0/0 [00:00<?, ? it/s]")
  }

  /// The HTML holds the browser's own bar, and names cannot break it.
  @Test func html() {
    let state = ProgressState(label: "a<b", count: 1, total: 4, seconds: 1, note: "x & y")
    #expect(state.html.contains("<progress value=\"1\" max=\"4\""))
    #expect(state.html.contains("a&lt;b: 25%") && state.html.contains("x &amp; y"))
  }

  /// Without a page or a terminal there is a line for each tenth, at most one a second.
  @Test func lines() {
    let trace = Trace()
    let bar = ProgressBar(
      label: "", total: 100, leaves: true, output: .lines(trace.write), now: trace.time)
    for _ in 0..<100 {
      trace.seconds += 0.2
      bar.advance()
    }
    bar.finish()
    let counts = trace.text.split(separator: "\n").map { $0.split(separator: "| ")[1].prefix(3) }
    #expect(
      counts == ["10/", "20/", "30/", "40/", "50/", "60/", "70/", "80/", "90/", "100", "100"])
  }

  /// A quick loop leaves only its last line.
  @Test func quickLoop() {
    let trace = Trace()
    let bar = ProgressBar(
      label: "", total: 3, leaves: true, output: .lines(trace.write), now: trace.time)
    for _ in 0..<3 { bar.advance() }
    bar.finish()
    #expect(trace.text == "100%|████████████████████| 3/3 [00:00<00:00, ? it/s]\n")
  }

  /// In a terminal the line is written over at most ten times a second, and ends with a new line.
  @Test func terminal() {
    let trace = Trace()
    let bar = ProgressBar(
      label: "", total: 100, leaves: true, output: .terminal(trace.write), now: trace.time)
    for _ in 0..<100 {
      trace.seconds += 0.01
      bar.advance()
    }
    bar.finish()
    #expect(trace.pieces.count <= 12)
    #expect(trace.pieces.allSatisfy { $0.hasPrefix("\r") })
    #expect(trace.pieces.last?.hasSuffix("100/100 [00:01<00:00, 100.0 it/s]\u{1B}[K\n") == true)
  }

  /// A bar that does not stay is wiped out; one whose loop was left stays where it was.
  @Test func endings() {
    let trace = Trace()
    var bar: ProgressBar? = ProgressBar(
      label: "", total: 4, leaves: false, output: .terminal(trace.write), now: trace.time)
    bar?.finish()
    #expect(trace.pieces.last == "\r\u{1B}[K")
    bar = ProgressBar(
      label: "", total: 4, leaves: true, output: .lines(trace.write), now: trace.time)
    bar?.advance()
    bar = nil
    #expect(trace.pieces.last?.hasPrefix(" 25%|") == true)
  }

  /// A sequence with a bar yields what it yields without, in order, and can be gone through again.
  @Test func elements() {
    let bar = progress([3, 1, 2], "numbers")
    #expect(Array(bar) == [3, 1, 2])
    #expect(Array(bar) == [3, 1, 2])
    bar.note = "again"
    #expect(bar.reduce(0, +) == 6)
    #expect(progress(AnySequence([1, 2]), total: 2).map { $0 } == [1, 2])
    #expect(progress([Int]()).map { $0 }.isEmpty)
  }
}

/// What a bar wrote, and the time it is told.
private final class Trace {
  var pieces: [String] = []
  var seconds = 0.0
  private let start = ContinuousClock.now

  var text: String { pieces.joined() }

  func write(_ piece: String) { pieces.append(piece) }

  func time() -> ContinuousClock.Instant { start + .seconds(seconds) }
}
