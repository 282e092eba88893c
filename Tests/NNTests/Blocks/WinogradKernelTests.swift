import BlockTasks
import Kernels
import TestSupport
import Testing

/// One block of images, its convolution and all gradients by Winograd's way and by the definition.
private struct BlockCase {
  let lanes: Int
  let (inputs, outputs): (Int, Int)
  let size: (rows: Int, columns: Int)
  let padding: Int

  var output: (rows: Int, columns: Int) {
    (size.rows + 2 * padding - 2, size.columns + 2 * padding - 2)
  }
  var inputCount: Int { inputs * size.rows * size.columns * 16 }
  var outputCount: Int { outputs * output.rows * output.columns * 16 }
  var weightCount: Int { outputs * inputs * 9 }
}

/// Memory at a multiple of 64 bytes, of NaNs unless told otherwise.
private func room(_ count: Int, _ value: Float = .nan) -> UnsafeMutablePointer<Float> {
  let memory = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
  let floats = memory.bindMemory(to: Float.self, capacity: count)
  floats.initialize(repeating: value, count: count)
  return floats
}

/// Numbers in all lanes that hold an image, and NaNs in the others.
private func planes(_ count: Int, lanes: Int, seed: UInt64) -> UnsafeMutablePointer<Float> {
  let memory = room(count)
  for (index, value) in numbers(count, seed: seed).enumerated() where index % 16 < lanes {
    memory[index] = Float(value)
  }
  return memory
}

/// What is compared: outputs, gradients of inputs and of weights.
private struct Results {
  var y: [Double]
  var dx: [Double]
  var dw: [Double]

  /// The largest difference, for each result in shares of its largest number.
  func distance(to other: Results) -> Double {
    [(y, other.y), (dx, other.dx), (dw, other.dw)].map { a, b in
      let scale = b.reduce(1e-30) { max($0, abs($1)) }
      return zip(a, b).reduce(0) { $1.0.isNaN ? .infinity : max($0, abs($1.0 - $1.1)) } / scale
    }.max() ?? 0
  }
}

/// By the definition, with numbers of the given type.
private func defined<T: BinaryFloatingPoint>(
  _ block: BlockCase, x: UnsafePointer<Float>, w: UnsafePointer<Float>, b: UnsafePointer<Float>,
  dy: UnsafePointer<Float>, as: T.Type
) -> Results {
  let (size, output, padding) = (block.size, block.output, block.padding)
  var y = [T](repeating: 0, count: block.outputCount)
  var dx = [T](repeating: 0, count: block.inputCount)
  var dw = [T](repeating: 0, count: block.weightCount)
  for lane in 0..<block.lanes {
    for o in 0..<block.outputs {
      for row in 0..<output.rows {
        for column in 0..<output.columns {
          let place = ((o * output.rows + row) * output.columns + column) * 16 + lane
          y[place] = T(b[o])
          for i in 0..<block.inputs {
            for tap in 0..<9 {
              let (r, c) = (row + tap / 3 - padding, column + tap % 3 - padding)
              guard r >= 0, c >= 0, r < size.rows, c < size.columns else { continue }
              let source = ((i * size.rows + r) * size.columns + c) * 16 + lane
              let weight = (o * block.inputs + i) * 9 + tap
              y[place] += T(x[source]) * T(w[weight])
              dx[source] += T(dy[place]) * T(w[weight])
              dw[weight] += T(dy[place]) * T(x[source])
            }
          }
        }
      }
    }
  }
  return Results(y: y.map { Double($0) }, dx: dx.map { Double($0) }, dw: dw.map { Double($0) })
}

/// By the kernels of an instruction set.
private func computed(
  _ block: BlockCase, x: UnsafeMutablePointer<Float>, w: UnsafePointer<Float>,
  b: UnsafePointer<Float>, dy: UnsafeMutablePointer<Float>, _ kernels: BlockKernels
) -> Results {
  let (inputs, outputs, output) = (block.inputs, block.outputs, block.output)
  let (winograd, positions) = (kernels.winograd, TileLayout.positions)
  let layout = TileLayout(
    rows: TileAxis(outputs: output.rows), columns: TileAxis(outputs: output.columns),
    lanes: block.lanes)
  let (inputStep, outputStep) = (
    (inputs + 15) / 16 * 16 * layout.rowStep, outputs * layout.rowStep
  )
  let (v, m) = (room(positions * inputStep), room(positions * outputStep))
  let (y, dx) = (room(block.outputCount, 0), room(block.inputCount, 0))
  let (sumRow, weightStep) = ((inputs + 15) / 16 * 16, (inputs * outputs + 3) / 4 * 4)
  let (sums, dw) = (room(positions * outputs * sumRow, 0), room(block.weightCount))
  let biases = room(16 * outputs)
  for index in 0..<16 * outputs { biases[index] = b[index / 16] }
  let (u, scratch) = (room(positions * weightStep), room(layout.rowStep * sumRow))
  defer { for memory in [v, m, y, dx, sums, dw, u, scratch, biases] { memory.deallocate() } }
  func task(_ plane: UnsafeMutablePointer<Float>, input: Bool, _ channel: Int) -> TileTask {
    let size = input ? block.size : output
    let tiles = (input ? v : m) + channel * layout.rowStep
    var task = TileTask(
      plane: plane + channel * size.rows * size.columns * 16, tiles: tiles, layout: layout)
    task.positionStep = input ? inputStep : outputStep
    task.size = size
    if input { task.origin = (-block.padding, -block.padding) }
    return task
  }
  func multiply(back: Bool) {
    for position in 0..<positions where layout.count(at: position) > 0 {
      let (a, c) = (v + position * inputStep, m + position * outputStep)
      var task = ProductTask(a: u + position * weightStep, b: back ? c : a, c: back ? a : c)
      task.size = (back ? inputs : outputs, (layout.count(at: position) + 15) / 16 * 16)
      task.inner = back ? outputs : inputs
      task.aSteps = back ? (1, inputs) : (inputs, 1)
      (task.bSteps, task.cStep) = ((1, layout.rowStep), layout.rowStep)
      kernels.multiply(task)
    }
  }
  var weights = TileWeightTask(weight: w, transformed: u)
  (weights.positionStep, weights.count) = (weightStep, inputs * outputs)
  winograd.transformWeight(weights)
  for i in 0..<inputs { winograd.transformInput(task(x, input: true, i)) }
  multiply(back: false)
  for o in 0..<outputs {
    var task = task(y, input: false, o)
    task.bias = UnsafePointer(biases + 16 * o)
    winograd.transformOutput(task)
  }
  for o in 0..<outputs { winograd.transformOutputGradient(task(dy, input: false, o)) }
  for position in 0..<positions where layout.count(at: position) > 0 {
    var task = ProductTask(
      a: m + position * outputStep, b: v + position * inputStep,
      c: sums + position * outputs * sumRow)
    (task.size, task.inner) = ((outputs, sumRow), (layout.count(at: position) + 15) / 16 * 16)
    (task.aSteps, task.bSteps) = ((layout.rowStep, 1), (layout.rowStep, 1))
    (task.cStep, task.accumulates, task.room) = (sumRow, true, scratch)
    kernels.multiply(task)
  }
  for o in 0..<outputs {
    var gradient = TileWeightGradientTask(
      sums: sums + o * sumRow, weightGradient: dw + 9 * o * inputs)
    (gradient.positionStep, gradient.count) = (outputs * sumRow, inputs)
    winograd.transformWeightGradient(gradient)
  }
  multiply(back: true)
  for i in 0..<inputs { winograd.transformInputGradient(task(dx, input: true, i)) }
  func values(_ memory: UnsafeMutablePointer<Float>, _ count: Int, planes: Bool) -> [Double] {
    (0..<count).map { planes && $0 % 16 >= block.lanes ? 0 : Double(memory[$0]) }
  }
  return Results(
    y: values(y, block.outputCount, planes: true), dx: values(dx, block.inputCount, planes: true),
    dw: values(dw, block.weightCount, planes: false))
}

@Suite struct WinogradKernelTests {
  private static let cases = [
    BlockCase(lanes: 16, inputs: 1, outputs: 1, size: (4, 4), padding: 0),
    BlockCase(lanes: 16, inputs: 5, outputs: 6, size: (7, 7), padding: 1),
    BlockCase(lanes: 11, inputs: 3, outputs: 9, size: (5, 8), padding: 0),
    BlockCase(lanes: 7, inputs: 8, outputs: 4, size: (6, 3), padding: 2),
    BlockCase(lanes: 4, inputs: 7, outputs: 3, size: (14, 9), padding: 1),
    BlockCase(lanes: 1, inputs: 2, outputs: 5, size: (3, 10), padding: 1),
    BlockCase(lanes: 16, inputs: 32, outputs: 24, size: (14, 14), padding: 0),
    BlockCase(lanes: 9, inputs: 17, outputs: 20, size: (7, 7), padding: 1),
    BlockCase(lanes: 5, inputs: 4, outputs: 2, size: (11, 12), padding: 1),
    BlockCase(lanes: 13, inputs: 2, outputs: 3, size: (10, 6), padding: 2),
    BlockCase(lanes: 16, inputs: 3, outputs: 3, size: (3, 6), padding: 1),
  ]

  /// Outputs and gradients are those of the definition in double precision, with errors that are at
  /// most ten times those of the definition in single precision; what lanes without an image hold
  /// reaches nothing.
  @Test(arguments: InstructionSet.allCases.filter(\.isSupported), cases.indices)
  func definition(_ set: InstructionSet, _ index: Int) {
    let block = Self.cases[index]
    let x = planes(block.inputCount, lanes: block.lanes, seed: 1)
    let dy = planes(block.outputCount, lanes: block.lanes, seed: 2)
    let w = planes(block.weightCount, lanes: 16, seed: 3)
    let b = planes(block.outputs, lanes: 16, seed: 4)
    defer { for memory in [x, dy, w, b] { memory.deallocate() } }
    let exact = defined(block, x: x, w: w, b: b, dy: dy, as: Double.self)
    let plain = defined(block, x: x, w: w, b: b, dy: dy, as: Float.self)
    let fast = computed(block, x: x, w: w, b: b, dy: dy, set.kernels)
    let (error, plainError) = (fast.distance(to: exact), plain.distance(to: exact))
    #expect(error < max(2e-6, 10 * plainError), "\(error), plainly \(plainError)")
  }
}
