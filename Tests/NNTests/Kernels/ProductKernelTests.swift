import BlockTasks
import Kernels
import Testing

/// Products of matrices by the fast loops, against the plain ones.
@Suite struct ProductKernelTests {
  static let sets = InstructionSet.allCases.filter(\.isSupported)

  /// Every height and width of a tile, and every tail, with a bias, without one, and added to what
  /// is there, whichever way the matrices lie.
  @Test(arguments: sets, [1, 5, 6, 13, 40])
  func equalsReference(_ set: InstructionSet, _ rows: Int) {
    for columns in [16, 17, 31, 32, 48, 64, 79] {
      for inner in [16, 17, 40] {
        for turn in [(a: false, b: false), (true, false), (false, true), (true, true)] {
          check(set, rows, columns, inner, turn)
        }
      }
    }
    for inner in [1, 3] { check(set, rows, 50, inner, (false, false)) }
  }

  /// Products in parts and pieces, with a last piece or panel of any length.
  @Test func parts() {
    for (rows, columns, inner) in [
      (64, 256, 784), (100, 145, 530), (64, 84, 1040), (300, 79, 521), (70, 16, 60), (33, 81, 1000),
    ] {
      for turn in [(a: false, b: false), (true, false), (false, true), (true, true)] {
        let operands = Operands(rows, columns, inner, turn)
        var product = VectorProduct()
        (product.size, product.inner) = ((rows, columns), inner)
        (product.aSteps, product.bSteps) = (operands.aSteps, operands.bSteps)
        product.cStep = columns + 3
        #expect(product.isPossible)
        var result = operands.start
        for part in 0..<product.parts {
          product.compute(part, operands.a, operands.b, bias: operands.bias, into: &result)
        }
        #expect(
          operands.error(of: result, accumulated: false) < 1e-3, "\(rows) \(columns) \(inner)")
      }
    }
  }

  /// Few rows: every tail of columns and factors.
  @Test(arguments: sets, [1, 2, 3, 15])
  func fewRows(_ set: InstructionSet, _ rows: Int) {
    for columns in [1, 7, 8, 9, 35] {
      for inner in [1, 5, 16, 37] {
        let operands = Operands(rows, columns, inner, (a: false, b: true))
        var result = operands.start
        operands.a.withUnsafeBufferPointer { a in
          operands.b.withUnsafeBufferPointer { b in
            operands.bias.withUnsafeBufferPointer { bias in
              result.withUnsafeMutableBufferPointer { c in
                var task = ProductTask(a: a.baseAddress!, b: b.baseAddress!, c: c.baseAddress!)
                task.bias = bias.baseAddress
                (task.size, task.inner) = ((rows, columns), inner)
                (task.aSteps, task.bSteps) = (operands.aSteps, operands.bSteps)
                task.cStep = columns + 3
                set.kernels.multiplyRows(task)
              }
            }
          }
        }
        let error = operands.error(of: result, accumulated: false)
        #expect(error < 1e-4, "\(set) \(rows) \(columns) \(inner)")
      }
    }
  }

  /// Products of few rows in parts.
  @Test func partsOfFewRows() {
    for (rows, columns, inner) in [(1, 600, 2304), (3, 1001, 700), (15, 10, 84), (1, 1, 9)] {
      let operands = Operands(rows, columns, inner, (a: false, b: true))
      var product = VectorProduct()
      (product.size, product.inner) = ((rows, columns), inner)
      (product.aSteps, product.bSteps) = (operands.aSteps, operands.bSteps)
      product.cStep = columns + 3
      #expect(product.isPossible)
      var result = operands.start
      for part in 0..<product.parts {
        product.compute(part, operands.a, operands.b, bias: operands.bias, into: &result)
      }
      #expect(operands.error(of: result, accumulated: false) < 1e-3, "\(rows) \(columns) \(inner)")
    }
  }

  private func check(
    _ set: InstructionSet, _ rows: Int, _ columns: Int, _ inner: Int, _ turn: (a: Bool, b: Bool)
  ) {
    let operands = Operands(rows, columns, inner, turn)
    let room = UnsafeMutableRawPointer.allocate(byteCount: 4 * inner * columns, alignment: 64)
    defer { room.deallocate() }
    for accumulates in columns % 16 == 0 ? [false, true] : [false] {
      var result = operands.start
      operands.a.withUnsafeBufferPointer { a in
        operands.b.withUnsafeBufferPointer { b in
          operands.bias.withUnsafeBufferPointer { bias in
            result.withUnsafeMutableBufferPointer { c in
              var task = ProductTask(a: a.baseAddress!, b: b.baseAddress!, c: c.baseAddress!)
              task.bias = bias.baseAddress
              task.accumulates = accumulates
              (task.size, task.inner) = ((rows, columns), inner)
              (task.aSteps, task.bSteps) = (operands.aSteps, operands.bSteps)
              task.cStep = columns + 3
              task.room = room.assumingMemoryBound(to: Float.self)
              set.kernels.multiply(task)
            }
          }
        }
      }
      let error = operands.error(of: result, accumulated: accumulates)
      #expect(error < 1e-4, "\(set) \(rows) \(columns) \(inner) \(turn) \(accumulates)")
    }
  }
}

/// Two matrices, which may lie turned, and what their product should be.
private struct Operands {
  let (rows, columns, inner): (Int, Int, Int)
  let (a, b, bias): ([Float], [Float], [Float])
  let aSteps: (row: Int, inner: Int)
  let bSteps: (column: Int, inner: Int)
  /// The result before, with three numbers after each row that nobody may touch.
  let start: [Float]

  init(_ rows: Int, _ columns: Int, _ inner: Int, _ turn: (a: Bool, b: Bool)) {
    (self.rows, self.columns, self.inner) = (rows, columns, inner)
    a = numbers(rows * inner).map { Float($0) }
    b = numbers(columns * inner, seed: 2).map { Float($0) }
    bias = numbers(columns, seed: 3).map { Float($0) }
    start = numbers(rows * (columns + 3), seed: 4).map { Float($0) }
    aSteps = turn.a ? (1, rows) : (inner, 1)
    bSteps = turn.b ? (inner, 1) : (1, columns)
  }

  /// The largest difference to the plain loops in double precision.
  func error(of result: [Float], accumulated: Bool) -> Double {
    var expected = start.map(Double.init)
    for row in 0..<rows where !accumulated {
      for column in 0..<columns { expected[row * (columns + 3) + column] = Double(bias[column]) }
    }
    multiplyReference(
      rows: rows, columns: columns, inner: inner, a.map(Double.init),
      steps: (aSteps.row, aSteps.inner), b.map(Double.init), steps: (bSteps.inner, bSteps.column),
      into: &expected, rowStep: columns + 3)
    return zip(result, expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
  }
}
