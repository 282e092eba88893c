internal import BlockTasks
internal import Glibc
internal import Kernels
public import Tensors

/// Maxima over windows, and where they were found.
final class PooledPlanes: Planes, @unchecked Sendable {
  let input: Planes
  private let before: PoolingSource?
  fileprivate let window: PoolingShape
  private let taps: StoredPlanes
  /// For the gradient of a normalisation before, the values that became the maxima.
  private let values: StoredPlanes?
  /// Whether there may be a way back, for which taps are kept.
  private let isRecorded = isGradEnabled
  /// One flag for each plane: whether its taps are known.
  private let known: Storage

  init(_ input: Planes, _ window: PoolingShape) {
    self.input = input
    before = PoolingSource(input)
    self.window = window
    var shape = input.shape
    (shape.rows, shape.columns) = (window.rows.output, window.columns.output)
    taps = StoredPlanes(shape)
    values = before?.normalization != nil && isRecorded ? StoredPlanes(shape) : nil
    known = Storage(byteCount: shape.planes, device: .cpu)
    memset(known.base, 0, shape.planes)
    super.init(shape)
  }

  /// Whether the window is one over these planes.
  static func takes(_ window: PoolingShape, _ shape: BlockShape) -> Bool {
    window.rows.input == shape.rows && window.columns.input == shape.columns
      && window.planes == shape.batch * shape.channels
  }

  override var source: Planes? { input }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    compute(index, in: tile, findsTaps: isRecorded)
    return Source(tile)
  }

  /// The convolution whose outputs windows slide over, unless these are in memory.
  fileprivate var convolved: ConvolvedPlanes? {
    let planes = before?.values ?? input
    return planes.inMemory == nil ? planes as? ConvolvedPlanes : nil
  }

  private func compute(_ index: PlaneIndex, in tile: Target, findsTaps: Bool) {
    if window.isTwoByTwo, let convolved {
      poolBands(of: convolved, index, in: tile, findsTaps: findsTaps)
    } else {
      withTile(places: input.shape.places) { other in
        let plane = (before?.values ?? input).plane(index, in: other)
        var task = task(large: Target(mutating: plane), small: tile, index)
        task.findsTaps = findsTaps
        pool(task, index, place: 0)
      }
    }
    if findsTaps {
      known.base.storeBytes(of: 1, toByteOffset: number(index), as: UInt8.self)
    }
  }

  /// Computes and pools a few rows at a time, which the first cache holds.
  private func poolBands(
    of convolved: ConvolvedPlanes, _ index: PlaneIndex, in tile: Target, findsTaps: Bool
  ) {
    let (columns, lanes) = (window.columns.input, BlockShape.lanes)
    let height = max(1, (1 << 11) / (2 * columns * lanes))
    withTile(places: 2 * height * columns) { rows in
      for first in stride(from: 0, to: window.rows.output, by: height) {
        let count = min(height, window.rows.output - first)
        convolved.compute(index, rows: 2 * first..<2 * (first + count), in: rows)
        let place = first * shape.columns
        var task = task(large: rows, small: tile + place * lanes, index)
        task.taps += place * lanes
        (task.input.rows, task.output.rows, task.findsTaps) = (2 * count, count, findsTaps)
        pool(task, index, place: place, offset: 2 * first * columns)
      }
    }
  }

  /// Pools from a place of the small plane on, before which there are so many of the large one.
  private func pool(_ task: PoolingTask, _ index: PlaneIndex, place: Int, offset: Int = 0) {
    guard var terms = before?.terms(index) else { return fast.maxPool(task) }
    terms.values = values.map { $0.start(index) + place * BlockShape.lanes }
    terms.key &+= UInt32(truncatingIfNeeded: offset * BlockShape.lanes)
    fast.maxPoolNormalized(task, terms)
  }

  /// The task of bringing a plane of gradients back to the maxima, of positive ones only and scaled
  /// if `gate` says so.
  fileprivate func backwardTask(
    _ gradient: Source, _ index: PlaneIndex, gate: Float?, large: Target
  ) -> PoolingTask {
    findMaxima(index)
    var task = task(large: large, small: Target(mutating: gradient), index)
    task.positiveOnly = gate != nil
    task.scale = gate ?? 1
    return task
  }

  /// The sums of positive maxima's gradients, and of their products with how far the values of
  /// `normalized` that became these maxima are from `center`.
  ///
  /// Nil when it is not a normalisation of just those values that the maxima were taken of.
  fileprivate func sums(
    _ gradient: Source, _ index: PlaneIndex, of normalized: Planes, center: Float, lanes: Int
  ) -> (sum: Double, product: Double)? {
    guard let values, before?.values === normalized else { return nil }
    findMaxima(index)
    return fast.sumGated(
      gradient, Source(taps.start(index)), Source(values.start(index)), center, shape.places, lanes)
  }

  fileprivate func findMaxima(_ index: PlaneIndex) {
    if known.base.load(fromByteOffset: number(index), as: UInt8.self) == 0 {
      withTile(places: shape.places) { compute(index, in: $0, findsTaps: true) }
    }
  }

  private func number(_ index: PlaneIndex) -> Int { index.block * shape.depth + index.channel }

  private func task(large: Target, small: Target, _ index: PlaneIndex) -> PoolingTask {
    let (rows, columns) = (window.rows, window.columns)
    var task = PoolingTask(large: large, small: small, taps: taps.start(index))
    task.input = (rows.input, columns.input)
    task.output = (rows.output, columns.output)
    task.kernel = (rows.kernel, columns.kernel)
    task.stride = (rows.stride, columns.stride)
    task.dilation = (rows.dilation, columns.dilation)
    task.padding = (rows.paddingBefore, columns.paddingBefore)
    return task
  }
}

/// Gradients brought back to where the maxima were.
final class SpreadPlanes: Planes, @unchecked Sendable {
  let pooled: PooledPlanes
  private let gradient: Planes
  /// Whether only positive maxima send their gradient back, and what it is multiplied by then.
  private let gate: Float?

  init(_ gradient: Planes, through pooled: PooledPlanes, gate: Float? = nil) {
    self.gradient = gradient
    self.pooled = pooled
    self.gate = gate
    super.init(pooled.input.shape)
  }

  /// The same gradients, but only those of positive maxima, multiplied by `scale`.
  func gated(scale: Float) -> SpreadPlanes {
    SpreadPlanes(gradient, through: pooled, gate: scale * (gate ?? 1))
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    withTask(index, large: tile) { fast.maxPoolBackward($0) }
    return Source(tile)
  }

  /// The sums of a plane of these gradients and of their products with `value − center`; nil where
  /// they are not found by looking at the maxima alone.
  func sums(
    _ index: PlaneIndex, of value: Planes, center: Float, lanes: Int
  ) -> (sum: Double, product: Double)? {
    guard let gate else { return nil }
    return withTile(places: gradient.shape.places) { tile in
      let sums = pooled.sums(
        gradient.plane(index, in: tile), index, of: value, center: center, lanes: lanes)
      return sums.map { ($0.sum * Double(gate), $0.product * Double(gate)) }
    }
  }

  /// Writes a plane of the gradient through a normalisation before the pooling; false where windows
  /// overlap or leave gaps.
  func normalize(
    _ index: PlaneIndex, value: Source, _ terms: NormalizationTerms, into tile: Target
  ) -> Bool {
    withTask(index, large: Target(mutating: value)) {
      fast.normalizePooledGradient($0, terms, tile)
    }
  }

  /// The convolution whose outputs these are gradients of, if it knows its input.
  var convolved: ConvolvedPlanes? { pooled.convolved }

  /// Whether each window is a square of two by two places of its own.
  var isTwoByTwo: Bool { pooled.window.isTwoByTwo }

  /// Calls `body` with the gradients of the maxima of a plane alone: its large plane is none.
  func withMaxima(_ index: PlaneIndex, _ body: (PoolingTask) -> Void) {
    withTile(places: gradient.shape.places) { tile in
      body(pooled.backwardTask(gradient.plane(index, in: tile), index, gate: gate, large: tile))
    }
  }

  private func withTask<Result>(
    _ index: PlaneIndex, large: Target, _ body: (PoolingTask) -> Result
  ) -> Result {
    withTile(places: gradient.shape.places) { tile in
      body(
        pooled.backwardTask(gradient.plane(index, in: tile), index, gate: gate, large: large))
    }
  }
}

/// Where the maxima of pooled planes were found, as places within each plane, for whoever asks.
final class PooledPlaces: Promise {
  let pooled: PooledPlanes

  init(_ pooled: PooledPlanes) { self.pooled = pooled }

  func fill(_ memory: UnsafeMutableRawPointer) {
    pooled.fillPlaces(memory.assumingMemoryBound(to: Int32.self))
  }
}

extension PooledPlanes {
  /// Writes, image by image, the place of each maximum within its plane, or -1 for none.
  fileprivate func fillPlaces(_ target: UnsafeMutablePointer<Int32>) {
    input.settle()
    for plane in 0..<shape.planes {
      let (block, channel) = plane.quotientAndRemainder(dividingBy: shape.depth)
      let index = PlaneIndex(block: block, channel: channel)
      findMaxima(index)
      let found = taps.start(index)
      for lane in 0..<shape.lanes(of: index) {
        let first = (shape.first(of: index) + lane * shape.laneStep) * shape.places
        for place in 0..<shape.places {
          let tap = Int(found[place * BlockShape.lanes + lane])
          target[first + place] = Int32(position(tap, of: place))
        }
      }
    }
  }

  private func position(_ tap: Int, of place: Int) -> Int {
    if tap == 0 { return -1 }
    let (y, x) = place.quotientAndRemainder(dividingBy: shape.columns)
    let (ky, kx) = (abs(tap) - 1).quotientAndRemainder(dividingBy: window.columns.kernel)
    return window.rows.position(window: y, tap: ky) * window.columns.input
      + window.columns.position(window: x, tap: kx)
  }
}
