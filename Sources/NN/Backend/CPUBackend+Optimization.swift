package import BlockTasks
internal import Kernels
package import Tensors

/// The steps of optimizers: one sweep over all parameters, whatever sizes they have.
extension CPUBackend {
  package func momentumStep(_ updates: [MomentumUpdate]) {
    forEachPiece(of: updates.map(\.parameter.count)) { index, range in
      let update = updates[index]
      func run<T: NetworkScalar>(_: T.Type) {
        let step = MomentumStep<T>(update.options)
        step(
          range, parameter: update.parameter.pointer(T.self),
          gradient: update.gradient.pointer(T.self), velocity: update.velocity?.pointer(T.self))
      }
      if update.parameter.dtype == .float32 {
        fast.momentumStep(MomentumTask(update, range))
      } else {
        run(networkScalar(update.parameter))
      }
    }
  }

  package func adaptiveStep(_ updates: [AdaptiveUpdate]) {
    forEachPiece(of: updates.map(\.parameter.count)) { index, range in
      let update = updates[index]
      if update.parameter.dtype == .float32 {
        return fast.adaptiveStep(AdaptiveTask(update, range))
      }
      AdaptiveStep.take(
        update.terms, range, parameter: update.parameter.pointer(Double.self),
        gradient: update.gradient.pointer(Double.self), mean: update.mean.pointer(Double.self),
        square: update.square.pointer(Double.self))
    }
  }

  /// Calls `body` with pieces of all arrays; threads share the pieces where there is enough to do.
  private func forEachPiece(
    of counts: [Int], _ body: (_ array: Int, _ range: Range<Int>) -> Void
  ) {
    let length = 1 << 13
    var pieces: [(array: Int, range: Range<Int>)] = []
    for (array, count) in counts.enumerated() {
      for first in stride(from: 0, to: count, by: length) {
        pieces.append((array, first..<min(first + length, count)))
      }
    }
    let grain = counts.reduce(0, +) <= length ? pieces.count : 1
    parallelFor(count: pieces.count, grain: grain) {
      for piece in pieces[$0] { body(piece.array, piece.range) }
    }
  }
}

extension MomentumStep {
  fileprivate init(_ options: MomentumOptions) {
    self.init(
      lr: Scalar(options.lr), momentum: Scalar(options.momentum),
      dampening: Scalar(options.dampening), weightDecay: Scalar(options.weightDecay),
      nesterov: options.nesterov, isFirst: options.isFirst)
  }
}

extension MomentumTask {
  /// Some parameters of an update; a first step's velocity begins as zero.
  fileprivate init(_ update: MomentumUpdate, _ range: Range<Int>) {
    let (options, first) = (update.options, range.lowerBound)
    let velocity = update.velocity.map { $0.pointer(Float.self) + first }
    if options.isFirst { velocity?.update(repeating: 0, count: range.count) }
    self.init(
      parameter: update.parameter.pointer() + first,
      gradient: UnsafePointer(update.gradient.pointer() + first), velocity: velocity,
      count: range.count)
    lr = Float(options.lr)
    weightDecay = Float(options.weightDecay)
    (kept, taken) =
      options.isFirst ? (0, 1) : (Float(options.momentum), 1 - Float(options.dampening))
    (ahead, alongside) = options.nesterov ? (Float(options.momentum), 1) : (1, 0)
  }
}

extension AdaptiveTask {
  /// Some parameters of an update.
  fileprivate init(_ update: AdaptiveUpdate, _ range: Range<Int>) {
    let first = range.lowerBound
    self.init(
      AdaptiveTerms<Float>(update.terms), parameter: update.parameter.pointer() + first,
      gradient: UnsafePointer(update.gradient.pointer() + first),
      mean: update.mean.pointer() + first, square: update.square.pointer() + first,
      count: range.count)
  }
}

extension AdaptiveTerms<Float> {
  fileprivate init(_ terms: AdaptiveTerms<Double>) {
    self.init(
      stepSize: Float(terms.stepSize), squareCorrection: Float(terms.squareCorrection),
      betas: (Float(terms.betas.0), Float(terms.betas.1)), eps: Float(terms.eps),
      weightDecay: Float(terms.weightDecay), shrinkage: Float(terms.shrinkage))
  }
}
