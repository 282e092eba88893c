import BlockTasks

/// The gradient of a window's maximum, and the tap that it goes to: none for a gradient of zero.
@inline(__always)
private func gradient(
  _ task: PoolingTask, _ place: Int, _ lane: Int
) -> (value: Vector, tap: Vector) {
  let zero = Vector(repeating: 0)
  let value = load(task.small + place &* blockLanes + lane) * task.scale
  var tap = load(task.taps + place &* blockLanes + lane)
  if !task.positiveOnly { tap.replace(with: -tap, where: tap .< zero) }
  return (value.replacing(with: zero, where: tap .<= zero), tap)
}

/// The gradient through a normalisation of gradients brought back through a pooling; `large` holds
/// the values.
@Sendable
func normalizePooledGradient(
  _ task: PoolingTask, _ terms: NormalizationTerms, _ y: UnsafeMutablePointer<Float>
) -> Bool {
  guard task.isTiling else { return false }
  let (factor, shift) = (Vector(repeating: terms.factor), Vector(repeating: terms.shift))
  let (center, slope) = (Vector(repeating: terms.center), Vector(repeating: terms.slope))
  let zero = Vector(repeating: 0)
  forEachVector(lanes: blockLanes) { lane in
    forEachWindow(task) { place, window in
      let (gradient, found) = gradient(task, place, lane)
      forEachTap(task, window) { tap, place in
        let centered = load(task.large + place &* blockLanes + lane) - center
        let here = zero.replacing(
          with: gradient, where: found .== Vector(repeating: Float(tap &+ 1)))
        store(factor * (here - shift - centered * slope), y + place &* blockLanes + lane)
      }
    }
  }
  return true
}
