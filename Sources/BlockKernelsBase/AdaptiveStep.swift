import BlockTasks

/// Adam's step, in the order of operations of `AdaptiveStep` of `Kernels` and with its bits.
///
/// The arrays need not be aligned.
@Sendable
func adaptiveStep(_ task: AdaptiveTask) {
  let terms = task.terms
  var index = 0
  while index &+ Vector.scalarCount <= task.count {
    let result = step(
      terms, unaligned(task.parameter + index), unaligned(task.gradient + index),
      unaligned(task.mean + index), unaligned(task.square + index))
    storeUnaligned(result.parameter, task.parameter + index)
    storeUnaligned(result.mean, task.mean + index)
    storeUnaligned(result.square, task.square + index)
    index &+= Vector.scalarCount
  }
  while index < task.count {
    let result = step(
      terms, Vector(repeating: task.parameter[index]), Vector(repeating: task.gradient[index]),
      Vector(repeating: task.mean[index]), Vector(repeating: task.square[index]))
    task.parameter[index] = result.parameter[0]
    task.mean[index] = result.mean[0]
    task.square[index] = result.square[0]
    index &+= 1
  }
}

@inline(__always)
private func step(
  _ terms: AdaptiveTerms<Float>, _ parameter: Vector, _ gradient: Vector, _ mean: Vector,
  _ square: Vector
) -> (parameter: Vector, mean: Vector, square: Vector) {
  let weight = parameter * terms.shrinkage
  let slope = gradient + terms.weightDecay * weight
  let first = mean + (1 - terms.betas.0) * (slope - mean)
  let second = terms.betas.1 * square + (1 - terms.betas.1) * slope * slope
  let divisor = second.squareRoot() / terms.squareCorrection + terms.eps
  return (weight - terms.stepSize * first / divisor, first, second)
}
