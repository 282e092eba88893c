import BlockTasks

/// A product with few rows of matrices whose sums' factors lie side by side in both: what a linear
/// layer makes of few inputs.
///
/// Turning the right matrix would take longer than the product. Each number of the result is the sum
/// of the lanes of its own vector; some columns at a time stay in the cache for all rows.
@Sendable
func multiplyRows(_ task: ProductTask) {
  let (rows, columns) = task.size
  var column = 0
  while column < columns {
    let width = columns &- column >= 8 ? 8 : 1
    var row = 0
    while row < rows {
      if width == 1 {
        multiply(task, row, Dots<1, 1>(column: column))
        row &+= 1
      } else if row &+ 2 <= rows {
        multiply(task, row, Dots<2, 4>(column: column))
        multiply(task, row, Dots<2, 4>(column: column &+ 4))
        row &+= 2
      } else {
        multiply(task, row, Dots<1, 8>(column: column))
        row &+= 1
      }
    }
    column &+= width
  }
}

/// Rows and columns, from `column` on, that are multiplied at once.
private struct Dots<let rows: Int, let columns: Int> {
  let column: Int
}

@inline(__always)
private func multiply<let rows: Int, let columns: Int>(
  _ task: ProductTask, _ first: Int, _ dots: Dots<rows, columns>
) {
  let a = task.a + first &* task.aSteps.row
  let b = task.b + dots.column &* task.bSteps.column
  var sums = InlineArray<rows, InlineArray<columns, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  var index = 0
  while index &+ Vector.scalarCount <= task.inner {
    var factors = InlineArray<rows, Vector>(repeating: Vector(repeating: 0))
    for row in 0..<rows { factors[row] = unaligned(a + row &* task.aSteps.row + index) }
    for column in 0..<columns {
      let value = unaligned(b + column &* task.bSteps.column + index)
      for row in 0..<rows {
        sums[row][column] = multiplyAdd(sums[row][column], factors[row], value)
      }
    }
    index &+= Vector.scalarCount
  }
  for row in 0..<rows {
    let target = task.c + (first &+ row) &* task.cStep + dots.column
    for column in 0..<columns {
      var sum = total(sums[row][column]) + (task.bias?[dots.column &+ column] ?? 0)
      let (x, y) = (a + row &* task.aSteps.row, b + column &* task.bSteps.column)
      for rest in index..<task.inner { sum += x[rest] * y[rest] }
      target[column] = sum
    }
  }
}
