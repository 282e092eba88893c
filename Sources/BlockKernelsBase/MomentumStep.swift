import BlockTasks

/// The step of gradient descent, in the order of operations of `MomentumStep` of `Kernels` and with
/// its bits.
///
/// The arrays need not be aligned.
@Sendable
func momentumStep(_ task: MomentumTask) {
  guard let velocity = task.velocity else { return plainStep(task) }
  var index = 0
  while index &+ Vector.scalarCount <= task.count {
    let result = step(
      task, unaligned(task.parameter + index), unaligned(task.gradient + index),
      unaligned(velocity + index))
    storeUnaligned(result.parameter, task.parameter + index)
    storeUnaligned(result.velocity, velocity + index)
    index &+= Vector.scalarCount
  }
  while index < task.count {
    let result = step(
      task, Vector(repeating: task.parameter[index]), Vector(repeating: task.gradient[index]),
      Vector(repeating: velocity[index]))
    task.parameter[index] = result.parameter[0]
    velocity[index] = result.velocity[0]
    index &+= 1
  }
}

@inline(__always)
private func step(
  _ task: MomentumTask, _ parameter: Vector, _ gradient: Vector, _ velocity: Vector
) -> (parameter: Vector, velocity: Vector) {
  let slope = gradient + task.weightDecay * parameter
  let speed = task.kept * velocity + task.taken * slope
  return (parameter - task.lr * (task.ahead * speed + task.alongside * slope), speed)
}

/// The step without a velocity.
private func plainStep(_ task: MomentumTask) {
  var index = 0
  while index &+ Vector.scalarCount <= task.count {
    let parameter = unaligned(task.parameter + index)
    let slope = unaligned(task.gradient + index) + task.weightDecay * parameter
    storeUnaligned(parameter - task.lr * slope, task.parameter + index)
    index &+= Vector.scalarCount
  }
  while index < task.count {
    let slope = task.gradient[index] + task.weightDecay * task.parameter[index]
    task.parameter[index] -= task.lr * slope
    index &+= 1
  }
}
