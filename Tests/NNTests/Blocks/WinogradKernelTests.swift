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
  b: UnsafePointer<Float>, dy: UnsafeMutablePointer<Float>, _ kernels: WinogradKernels
) -> Results {
  let (inputs, outputs, output) = (block.inputs, block.outputs, block.output)
  let layout = TileLayout(
    rows: (output.rows + 1) / 2, columns: (output.columns + 1) / 2,
    overhang: (output.rows % 2 == 1, output.columns % 2 == 1), lanes: block.lanes)
  let (inputStep, outputStep) = (
    (inputs + 3) * layout.rowStep, (outputs + 3) * layout.rowStep
  )
  let (v, m) = (room(16 * inputStep), room(16 * outputStep))
  let (y, dx) = (room(block.outputCount, 0), room(block.inputCount, 0))
  let sumStep = (inputs * outputs + 18) / 16 * 16
  let (sums, dw) = (room(16 * sumStep, 0), room(block.weightCount))
  let scratch = room(TileOuterProductTask.roomCount)
  let (u, ut) = (
    weights(block, w, transposed: false, kernels), weights(block, w, transposed: true, kernels)
  )
  defer { for memory in [v, m, y, dx, sums, dw, scratch, u.0, ut.0] { memory.deallocate() } }
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
  func multiply(_ weight: (UnsafeMutablePointer<Float>, Int), back: Bool) {
    for position in 0..<16 {
      let (a, c) = (v + position * inputStep, m + position * outputStep)
      var task = TileProductTask(
        weight: weight.0 + position * weight.1, x: back ? c : a, y: back ? a : c)
      (task.inputs, task.outputs) = back ? (outputs, inputs) : (inputs, outputs)
      (task.count, task.rowStep) = ((layout.counts[position] + 15) / 16 * 16, layout.rowStep)
      kernels.multiply(task)
    }
  }
  for i in 0..<inputs { kernels.transformInput(task(x, input: true, i)) }
  multiply(u, back: false)
  for o in 0..<outputs {
    var task = task(y, input: false, o)
    task.bias = b[o]
    kernels.transformOutput(task)
  }
  for o in 0..<outputs { kernels.transformOutputGradient(task(dy, input: false, o)) }
  for position in 0..<16 {
    var task = TileOuterProductTask(
      gradient: m + position * outputStep, x: v + position * inputStep,
      sums: sums + position * sumStep, room: scratch)
    (task.inputs, task.outputs) = (inputs, outputs)
    (task.count, task.rowStep) = ((layout.counts[position] + 15) / 16 * 16, layout.rowStep)
    kernels.addOuterProduct(task)
  }
  var gradient = TileWeightGradientTask(sums: sums, weightGradient: dw)
  (gradient.parts, gradient.steps, gradient.count) = (1, (0, sumStep), inputs * outputs)
  kernels.transformWeightGradient(gradient)
  multiply(ut, back: true)
  for i in 0..<inputs { kernels.transformInputGradient(task(dx, input: true, i)) }
  func values(_ memory: UnsafeMutablePointer<Float>, _ count: Int, planes: Bool) -> [Double] {
    (0..<count).map { planes && $0 % 16 >= block.lanes ? 0 : Double(memory[$0]) }
  }
  return Results(
    y: values(y, block.outputCount, planes: true), dx: values(dx, block.inputCount, planes: true),
    dw: values(dw, block.weightCount, planes: false))
}

private func weights(
  _ block: BlockCase, _ w: UnsafePointer<Float>, transposed: Bool, _ kernels: WinogradKernels
) -> (UnsafeMutablePointer<Float>, Int) {
  let (rows, inputs) =
    transposed ? (block.inputs, block.outputs) : (block.outputs, block.inputs)
  let step = (rows + 3) / 4 * inputs * 4
  let result = room(16 * step)
  let steps = transposed ? (row: 9, input: block.inputs * 9) : (row: block.inputs * 9, input: 9)
  for group in 0..<(rows + 3) / 4 {
    var task = TileWeightTask(
      weight: w + group * 4 * steps.row, transformed: result + group * inputs * 4)
    task.positionStep = step
    task.size = (min(4, rows - group * 4), inputs)
    task.steps = steps
    kernels.transformWeight(task)
  }
  return (result, step)
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
  ]

  /// Outputs and gradients are those of the definition in double precision, and hardly further
  /// away from them than the definition in single precision is; what lanes without an image hold
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
    let fast = computed(block, x: x, w: w, b: b, dy: dy, set.kernels.winograd)
    let (error, plainError) = (fast.distance(to: exact), plain.distance(to: exact))
    #expect(error < max(1e-6, 2 * plainError), "\(error), plainly \(plainError)")
  }
}
