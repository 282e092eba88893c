import BlockTasks

/// Four rows of gradients times as many rows of inputs as registers allow are summed lane by lane,
/// and the lanes only at the end of the rows.
@Sendable
func addTileOuterProduct(_ task: TileOuterProductTask) {
  var output = 0
  while output < task.outputs {
    switch task.outputs &- output {
    case 4...: addRows(task, Channels<4>(first: output))
    case 2...: addRows(task, Channels<2>(first: output))
    default: addRows(task, Channels<1>(first: output))
    }
    output &+= task.outputs &- output >= 4 ? 4 : task.outputs &- output >= 2 ? 2 : 1
  }
}

@inline(never)
private func addRows<let channels: Int>(
  _ task: TileOuterProductTask, _ outputs: Channels<channels>
) {
  var panels = (task.inputs &+ tileWidth &- 1) / tileWidth
  var input = 0
  while input < task.inputs {
    let width = (task.inputs &- input &+ panels &- 1) / panels
    switch width {
    case 6: addPanel(task, outputs, Panel<6>(first: input))
    case 5: addPanel(task, outputs, Panel<5>(first: input))
    case 4: addPanel(task, outputs, Panel<4>(first: input))
    case 3: addPanel(task, outputs, Panel<3>(first: input))
    case 2: addPanel(task, outputs, Panel<2>(first: input))
    default: addPanel(task, outputs, Panel<1>(first: input))
    }
    input &+= width
    panels &-= 1
  }
}

@inline(__always)
private func addPanel<let channels: Int, let width: Int>(
  _ task: TileOuterProductTask, _ outputs: Channels<channels>, _ inputs: Panel<width>
) {
  var sums = InlineArray<width, InlineArray<channels, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  var gradient = task.gradient + outputs.first &* task.rowStep
  var x = task.x + inputs.first &* task.rowStep
  for _ in 0..<task.count / Vector.scalarCount {
    var gradients = InlineArray<channels, Vector>(repeating: Vector(repeating: 0))
    for channel in 0..<channels { gradients[channel] = load(gradient + channel &* task.rowStep) }
    for input in 0..<width {
      let value = load(x + input &* task.rowStep)
      for channel in 0..<channels {
        sums[input][channel] = multiplyAdd(sums[input][channel], gradients[channel], value)
      }
    }
    gradient += Vector.scalarCount
    x += Vector.scalarCount
  }
  // Sums whose lanes are read one by one would lie in memory, not in registers, from the start.
  for channel in 0..<channels {
    for input in 0..<width {
      store(sums[input][channel], task.room + (channel &* width &+ input) &* Vector.scalarCount)
    }
  }
  var sum = task.room
  for channel in 0..<channels {
    let target = task.sums + (outputs.first &+ channel) &* task.inputs + inputs.first
    for input in 0..<width {
      target[input] += total(sum)
      sum += Vector.scalarCount
    }
  }
}

/// The sum of the numbers of a vector in memory.
@inline(__always)
private func total(_ sum: UnsafePointer<Float>) -> Float {
  var quarter = load(sum, SIMD4<Float>.self)
  for index in 1..<Vector.scalarCount / 4 { quarter += load(sum + 4 &* index, SIMD4<Float>.self) }
  return (quarter.x + quarter.z) + (quarter.y + quarter.w)
}
