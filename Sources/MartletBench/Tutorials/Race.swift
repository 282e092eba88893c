import Glibc
import Kernels
import Martlet

/// One network trained against the clock.
struct Race {
  let tutorial: Tutorial
  let mode: BatchMode
  let data: String
  let steps: Int
  let epochs: Int
  let seed: Int
  /// Operations a second that all threads together can do at most, in 10⁹.
  let peak: Double

  /// Trains and returns the result as a line of JSON.
  func run() throws -> String {
    forgetPeakMemory()
    manualSeed(seed)
    let source = BatchSource(
      try tutorial.dataset(root: data, train: true), transform: tutorial.transform,
      batchSize: tutorial.batchSize, mode: mode)
    let model = tutorial.makeModel()
    let initial = model.stateDict().copy()
    warmUp(model, source)
    try model.loadStateDict(initial)
    let optimizer = tutorial.makeOptimizer(model.parameters())
    var (taken, seen, loss) = (0, 0, 0.0)
    let requests = Allocator.requests
    let (start, cpuStart) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    for _ in 0..<max(1, epochs) {
      source.forEachBatch { images, labels in
        loss = train(model, optimizer, images, labels)
        taken += 1
        seen += labels.count
        return steps == 0 || taken < steps
      }
      if steps > 0, taken >= steps { break }
    }
    let elapsed = seconds(CLOCK_MONOTONIC) - start
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuStart
    let work = tutorial.operationsPerImage * Double(seen) * 1e-9
    let after = Allocator.requests
    var fields = [
      "\"library\": \"martlet\"", "\"net\": \"\(tutorial.name)\"", "\"mode\": \"\(mode.rawValue)\"",
      "\"threads\": \(ThreadPool.shared.threads)", "\"batch\": \(tutorial.batchSize)",
      "\"steps\": \(taken)", "\"seconds\": \(rounded(elapsed, 3))",
      "\"images_per_s\": \(Int((Double(seen) / elapsed).rounded()))",
      "\"loss\": \(rounded(loss, 4))", "\"cpu_seconds\": \(rounded(cpu, 3))",
      "\"gflops\": \(rounded(work / elapsed, 1))",
      "\"share_of_peak\": \(rounded(work / elapsed / peak, 3))",
      "\"gflop_per_cpu_second\": \(rounded(work / cpu, 1))",
      "\"allocations_per_step\": \((after.count - requests.count) / max(1, taken))",
      "\"bytes_per_step\": \((after.bytes - requests.bytes) / max(1, taken))",
      "\"peak_bytes\": \(peakMemory())",
    ]
    for batch in [1, 256] {
      let speed = inference(model, batch: batch, source)
      fields += [
        "\"inference_\(batch)_per_s\": \(Int(speed.perSecond.rounded()))",
        "\"inference_\(batch)_per_cpu_second\": \(Int(speed.perCPUSecond.rounded()))",
      ]
    }
    if epochs > 0 { fields.append("\"test_accuracy\": \(rounded(try testAccuracy(model), 2))") }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// A few steps, so that memory and threads are as in the middle of training.
  private func warmUp(_ model: Module, _ source: BatchSource) {
    let optimizer = tutorial.makeOptimizer(model.parameters())
    for _ in 0..<3 {
      var rest = 10
      source.forEachBatch { images, labels in
        _ = train(model, optimizer, images, labels)
        rest -= 1
        return rest > 0
      }
    }
  }

  /// Takes one step and returns its loss, which on the processor costs nothing to read.
  private func train(
    _ model: Module, _ optimizer: Optimizer, _ images: Tensor, _ labels: Tensor
  ) -> Double {
    optimizer.zeroGrad()
    let loss = tutorial.loss(model(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()
  }

  /// Images a second that the model classifies in batches of one size.
  private func inference(
    _ model: Module, batch: Int, _ source: BatchSource
  ) -> (perSecond: Double, perCPUSecond: Double) {
    let images = source.firstImages(batch)
    model.eval()
    defer { model.train() }
    func classify() { noGrad { _ = model(images).argmax(1).scalars(as: Int.self) } }
    for _ in 0..<10 { classify() }
    let rounds = batch == 1 ? 500 : 10
    let (start, cpuStart) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    for _ in 0..<rounds { classify() }
    let count = Double(rounds * batch)
    return (
      count / (seconds(CLOCK_MONOTONIC) - start),
      count / (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuStart)
    )
  }

  /// The share of the test half that is classified rightly, in percent.
  private func testAccuracy(_ model: Module) throws -> Double {
    model.eval()
    let test = try tutorial.dataset(root: data, train: false)
    var right = 0.0
    noGrad {
      for (images, labels) in DataLoader(test, batchSize: 1000) {
        right += model(images).argmax(1).eq(labels).sum().item()
      }
    }
    model.train()
    return 100 * right / Double(test.count)
  }

  private func rounded(_ value: Double, _ places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }

}
