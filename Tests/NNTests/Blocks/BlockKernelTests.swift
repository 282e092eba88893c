import BlockTasks
import Kernels
import Testing

/// Sixteen images in a block, each plane of so many places.
private let lanes = 16

/// Memory at a multiple of 64 bytes with numbers in it.
private func aligned(_ values: [Double]) -> UnsafeMutablePointer<Float> {
  let memory = UnsafeMutableRawPointer.allocate(byteCount: values.count * 4 + 64, alignment: 64)
  let floats = memory.bindMemory(to: Float.self, capacity: values.count)
  for (index, value) in values.enumerated() { floats[index] = Float(value) }
  return floats
}

private func array(_ memory: UnsafeMutablePointer<Float>, _ count: Int) -> [Float] {
  Array(UnsafeBufferPointer(start: memory, count: count))
}

@Suite struct BlockKernelTests {
  /// The instruction sets that this processor has.
  static let sets = InstructionSet.allCases.filter(\.isSupported)

  /// Loops over elements do what their formulas say.
  @Test(arguments: sets, [1, 7, 35])
  func elementwise(_ set: InstructionSet, _ places: Int) {
    let (kernels, count) = (set.kernels, places * lanes)
    let (a, b) = (numbers(count).map { Float($0) }, numbers(count, seed: 2).map { Float($0) })
    let (x, value) = (aligned(a.map(Double.init)), aligned(b.map(Double.init)))
    let y = aligned(Array(repeating: 0, count: count))
    defer { for memory in [x, value, y] { memory.deallocate() } }
    let (scales, shifts) = (aligned(numbers(lanes, seed: 3)), aligned(numbers(lanes, seed: 4)))
    defer { for memory in [scales, shifts] { memory.deallocate() } }
    kernels.scaleShift(x, scales, shifts, y, places)
    for index in 0..<count {
      let exact = scales[index % lanes] * a[index] + shifts[index % lanes]
      #expect(abs(y[index] - exact) < 1e-6)
    }
    kernels.rectify(x, y, places)
    #expect(array(y, count) == a.map { max(0, $0) })
    kernels.gate(x, value, y, places)
    #expect(array(y, count) == zip(a, b).map { $1 > 0 ? $0 : 0 })
    let terms = NormalizationTerms(factor: 2, shift: 0.5, center: 0.1, slope: -0.3)
    kernels.normalizeGradient(x, value, terms, y, places)
    #expect(array(y, count) == zip(a, b).map { 2 * ($0 - 0.5 - ($1 - 0.1) * -0.3) })
    kernels.drop(x, 77, 1 << 30, 1.25, y, places)
    var dropped = [Float](repeating: 0, count: count)
    Kernels.drop(a, into: &dropped, count: count, key: 77, threshold: 1 << 30, scale: 1.25)
    #expect(array(y, count) == dropped)
  }

  /// Sums leave out the lanes without an image.
  @Test(arguments: sets, [1, 5, 16])
  func sums(_ set: InstructionSet, _ images: Int) {
    let (kernels, places) = (set.kernels, 1031)
    let (a, b) = (numbers(places * lanes), numbers(places * lanes, seed: 2))
    let (x, value) = (aligned(a), aligned(b))
    defer { for memory in [x, value] { memory.deallocate() } }
    let chosen = (0..<places * lanes).filter { $0 % lanes < images }
    let sum = chosen.reduce(0) { $0 + a[$1] }
    #expect(abs(kernels.sum(x, places, images) - sum) < 1e-2)
    let squares = chosen.reduce(0) { $0 + (a[$1] - 0.5) * (a[$1] - 0.5) }
    #expect(abs(kernels.sumOfSquares(x, 0.5, places, images) - squares) < 1e-2)
    let product = chosen.reduce(0) { $0 + a[$1] * (b[$1] - 0.5) }
    let both = kernels.sumWithProduct(x, value, 0.5, places, images)
    #expect(abs(both.sum - sum) < 1e-2 && abs(both.product - product) < 1e-2)
  }

  /// Images packed into planes and unpacked again are the same, and no others are touched.
  @Test(arguments: sets, [1, 9, 16])
  func packing(_ set: InstructionSet, _ images: Int) {
    for places in [1, 3, 16, 37] {
      let step = places + 5
      let source = numbers(images * step)
      let (x, y) = (aligned(source), aligned(Array(repeating: 0, count: places * lanes)))
      let back = aligned(Array(repeating: 9, count: images * step))
      defer { for memory in [x, y, back] { memory.deallocate() } }
      set.kernels.pack(x, step, y, places, images)
      for place in 0..<places {
        for image in 0..<images {
          #expect(y[place * lanes + image] == x[image * step + place])
        }
      }
      set.kernels.unpack(y, back, step, places, images)
      for index in 0..<images * step {
        #expect(back[index] == (index % step < places ? x[index] : 9))
      }
    }
  }

  /// A NaN is a maximum and survives a rectifier.
  @Test(arguments: sets)
  func notANumber(_ set: InstructionSet) {
    let x = aligned(numbers(4 * lanes))
    let (y, taps) = (aligned(numbers(lanes)), aligned(numbers(lanes)))
    defer { for memory in [x, y, taps] { memory.deallocate() } }
    x[lanes + 3] = .nan
    var task = PoolingTask(large: x, small: y, taps: taps)
    (task.input, task.output, task.kernel) = ((2, 2), (1, 1), (2, 2))
    (task.stride, task.dilation) = ((2, 2), (1, 1))
    set.kernels.maxPool(task)
    #expect(y[3].isNaN && taps[3] == 2 && !y[2].isNaN)
    set.kernels.rectify(x, x, 4)
    #expect(x[lanes + 3].isNaN)
  }

  /// A pooling that normalises, rectifies and drops on its way finds what one after these steps
  /// finds, and the numbers that became the positive maxima: where nothing is positive, the first
  /// tap of the window that lies in the plane.
  @Test(arguments: sets, [(2, 0), (2, 1), (3, 1)])
  func normalizingPool(_ set: InstructionSet, _ window: (size: Int, padding: Int)) {
    var numbers = numbers(49 * lanes)
    for place in 0..<10 { for lane in 0..<lanes { numbers[place * lanes + lane] = -1 } }
    (numbers[lanes + 3], numbers[lanes + 4], numbers[5]) = (.nan, 0, -.infinity)
    var terms = PoolingTerms()
    for (scale, shift, threshold) in [(1, 0, 0), (-0.5, 0.25, 0), (2, 0.5, 1 << 31)]
      as [(Float, Float, UInt32)]
    {
      let scales = aligned((0..<lanes).map { Double(scale) * (1 + Double($0) / 16) })
      let shifts = aligned((0..<lanes).map { Double(shift) * (1 + Double($0) / 16) })
      defer { for memory in [scales, shifts] { memory.deallocate() } }
      (terms.scale, terms.shift) = (UnsafePointer(scales), UnsafePointer(shifts))
      (terms.key, terms.threshold, terms.dropScale) = (7, threshold, threshold == 0 ? 1 : 2)
      let (x, before) = (aligned(numbers), aligned(numbers))
      let results = (0..<5).map { _ in aligned(Array(repeating: 9, count: 16 * lanes)) }
      defer { for memory in [x, before] + results { memory.deallocate() } }
      set.kernels.scaleShift(before, scales, shifts, before, 49)
      set.kernels.rectify(before, before, 49)
      if threshold > 0 { set.kernels.drop(before, 7, threshold, 2, before, 49) }
      func task(_ large: UnsafeMutablePointer<Float>, _ first: Int) -> PoolingTask {
        var task = PoolingTask(large: large, small: results[first], taps: results[first + 1])
        (task.input, task.output) = ((7, 7), (3, 3))
        (task.kernel, task.stride) = ((window.size, window.size), (2, 2))
        (task.dilation, task.padding) = ((1, 1), (window.padding, window.padding))
        return task
      }
      set.kernels.maxPool(task(before, 0))
      terms.values = results[4]
      set.kernels.maxPoolNormalized(task(x, 2), terms)
      let texts = results.map { array($0, 9 * lanes).map { $0.isNaN ? "nan" : "\(abs($0))" } }
      #expect(texts[0] == texts[2])
      #expect(texts[1] == texts[3])
      var alone = task(x, 0)
      alone.findsTaps = false
      set.kernels.maxPoolNormalized(alone, terms)
      #expect(array(results[0], 9 * lanes).map { $0.isNaN ? "nan" : "\(abs($0))" } == texts[2])
      for index in 0..<9 * lanes where !results[2][index].isNaN {
        let (result, value) = (results[2][index], results[4][index])
        let lane = index % lanes
        let made = max(0, scales[lane] * value + shifts[lane]) * terms.dropScale
        #expect(result > 0 ? result == made || abs(result - made) < 1e-5 : value == 0)
      }
    }
  }

  /// A NaN in any place of a window is its maximum, and an infinity is none but where it is, with and
  /// without a normalisation.
  @Test(arguments: sets)
  func largestWithoutTaps(_ set: InstructionSet) {
    for (place, odd) in [(0, Float.nan), (1, .nan), (2, .nan), (3, .nan), (2, .infinity)] {
      let (x, y) = (aligned(numbers(4 * lanes)), aligned(numbers(lanes)))
      let (ones, zeros) = (
        aligned(numbers(lanes).map { _ in 1 }), aligned(numbers(lanes).map { _ in 0 })
      )
      defer { for memory in [x, y, ones, zeros] { memory.deallocate() } }
      x[place * lanes + 5] = odd
      var task = PoolingTask(large: x, small: y, taps: y)
      (task.input, task.output, task.kernel) = ((2, 2), (1, 1), (2, 2))
      (task.stride, task.dilation, task.findsTaps) = ((2, 2), (1, 1), false)
      func check(_ floor: Float) {
        for lane in 0..<lanes {
          let largest = (0..<4).reduce(floor) { max($0, x[$1 * lanes + lane]) }
          #expect(lane == 5 && odd.isNaN ? y[lane].isNaN : y[lane] == largest)
        }
      }
      set.kernels.maxPool(task)
      check(-.infinity)
      var terms = PoolingTerms()
      set.kernels.maxPoolNormalized(task, terms)
      check(0)
      (terms.scale, terms.shift) = (UnsafePointer(ones), UnsafePointer(zeros))
      set.kernels.maxPoolNormalized(task, terms)
      check(0)
    }
  }

  /// The weight's gradient from the maxima of a pooling is that from gradients brought back to where
  /// the maxima were.
  @Test(arguments: sets, [5, 16])
  func pooledWeightGradient(_ set: InstructionSet, _ images: Int) {
    let (rows, columns) = (3, 4)
    let kernels: [((rows: Int, columns: Int), Bool)] = [
      ((3, 3), true), ((5, 5), true), ((5, 4), false), ((3, 1), false),
    ]
    for (kernel, positiveOnly) in kernels {
      let width = 2 * columns + kernel.columns
      let plane = (2 * rows + kernel.rows) * width * lanes
      let (x, small) = (aligned(numbers(2 * plane)), aligned(numbers(rows * columns * lanes)))
      let found = numbers(rows * columns * lanes, seed: 3)
      let taps = aligned(found.enumerated().map { Double($0 % 4 + 1) * ($1 > 0 ? 1 : -1) })
      let large = aligned(Array(repeating: 9, count: 4 * rows * columns * lanes))
      let count = 2 * kernel.rows * kernel.columns
      let results = (0..<2).map { _ in aligned(Array(repeating: 0.5, count: count)) }
      defer { for memory in [x, small, taps, large] + results { memory.deallocate() } }
      var pooling = PoolingTask(large: large, small: small, taps: taps)
      (pooling.input, pooling.output) = ((2 * rows, 2 * columns), (rows, columns))
      (pooling.kernel, pooling.stride, pooling.dilation) = ((2, 2), (2, 2), (1, 1))
      (pooling.scale, pooling.positiveOnly) = (1.5, positiveOnly)
      var task = WeightGradientTask(x: x, gradient: large, weightGradient: results[0])
      (task.inputs, task.outputs, task.kernel, task.lanes) = (2, 1, kernel, images)
      task.xSteps = (plane, width * lanes, width * lanes, lanes)
      task.gradientSteps = (0, 2 * columns * lanes)
      task.size = pooling.input
      set.kernels.maxPoolBackward(pooling)
      set.kernels.addWeightGradient(task)
      task.weightGradient = results[1]
      set.kernels.addPooledWeightGradient(task, pooling)
      for (a, b) in zip(array(results[0], count), array(results[1], count)) {
        #expect(abs(a - b) < 1e-4)
      }
    }
  }

  /// A step of gradient descent has the bits of the plain loop's, for any count.
  @Test(arguments: sets, [0, 1, 15, 16, 53])
  func momentumStep(_ set: InstructionSet, _ count: Int) {
    for (momentum, nesterov) in [(0, false), (0.9, false), (0.9, true)] as [(Float, Bool)] {
      // One number further on, nothing is aligned.
      func arrays() -> [UnsafeMutablePointer<Float>] {
        (1...3).map { seed in aligned([0] + numbers(count, seed: seed)) }
      }
      let (fast, plain) = (arrays(), arrays())
      defer { for memory in fast + plain { memory.deallocate() } }
      var task = MomentumTask(
        parameter: fast[0] + 1, gradient: fast[1] + 1, velocity: momentum == 0 ? nil : fast[2] + 1,
        count: count)
      (task.lr, task.weightDecay) = (0.1, 0.01)
      (task.kept, task.taken) = (momentum, 0.75)
      (task.ahead, task.alongside) = nesterov ? (momentum, 1) : (1, 0)
      set.kernels.momentumStep(task)
      let step = MomentumStep<Float>(
        lr: 0.1, momentum: momentum, dampening: 0.25, weightDecay: 0.01, nesterov: nesterov,
        isFirst: false)
      step(
        1..<count + 1, parameter: plain[0], gradient: plain[1],
        velocity: momentum == 0 ? nil : plain[2])
      for (a, b) in zip(fast, plain) { #expect(array(a, count + 1) == array(b, count + 1)) }
    }
  }

  /// Adam's step has the bits of the plain loop's, for any count.
  @Test(arguments: sets, [0, 1, 15, 16, 53])
  func adaptiveStep(_ set: InstructionSet, _ count: Int) {
    func arrays() -> [UnsafeMutablePointer<Float>] {
      (1...4).map { seed in aligned([0] + numbers(count, seed: seed).map(abs)) }
    }
    // One number further on, nothing is aligned.
    let (fast, plain) = (arrays(), arrays())
    defer { for memory in fast + plain { memory.deallocate() } }
    let terms = AdaptiveTerms<Float>(
      stepSize: 0.01, squareCorrection: 0.3, betas: (0.9, 0.999), eps: 1e-8, weightDecay: 0.1,
      shrinkage: 0.99)
    set.kernels.adaptiveStep(
      AdaptiveTask(
        terms, parameter: fast[0] + 1, gradient: fast[1] + 1, mean: fast[2] + 1,
        square: fast[3] + 1, count: count))
    AdaptiveStep.take(
      terms, 1..<count + 1, parameter: plain[0], gradient: plain[1], mean: plain[2],
      square: plain[3])
    for (a, b) in zip(fast, plain) { #expect(array(a, count + 1) == array(b, count + 1)) }
  }
}
