import BlockTasks

/// Turns the right matrix of a product, whose sums' factors lie side by side, so that its columns
/// do.
///
/// It goes by squares of one vector each way; the last ones begin early.
func transpose(_ task: ProductTask, into room: UnsafeMutablePointer<Float>) {
  let (lanes, columns) = (Vector.scalarCount, task.size.columns)
  for firstColumn in stride(from: 0, to: columns, by: lanes) {
    let column = min(firstColumn, columns &- lanes)
    let source = task.b + column &* task.bSteps.column
    for firstPlace in stride(from: 0, to: task.inner, by: lanes) {
      let place = min(firstPlace, task.inner &- lanes)
      transposeSquare(
        source + place, task.bSteps.column, into: room + place &* columns + column, columns)
    }
  }
}

/// Exchanges rows and columns of as many vectors as one has lanes.
///
/// Like shuffling the halves of a pack of cards into each other, as often as it takes to bring each
/// vector's numbers into one lane of all of them.
@inline(__always)
func transposeSquare(
  _ x: UnsafePointer<Float>, _ xStep: Int, into y: UnsafeMutablePointer<Float>, _ yStep: Int
) {
  var rows = Square(repeating: Vector(repeating: 0))
  for row in 0..<rows.count { rows[row] = unaligned(x + row &* xStep) }
  rows = shuffled(shuffled(rows))
  if Vector.scalarCount >= 8 { rows = shuffled(rows) }
  if Vector.scalarCount >= 16 { rows = shuffled(rows) }
  for row in 0..<rows.count { storeUnaligned(rows[row], y + row &* yStep) }
}

@inline(__always)
private func shuffled(_ rows: Square) -> Square {
  var result = Square(repeating: Vector(repeating: 0))
  let half = rows.count / 2
  for row in 0..<half {
    let (a, b) = (rows[row], rows[row &+ half])
    result[2 &* row].evenHalf = a.lowHalf
    result[2 &* row].oddHalf = b.lowHalf
    result[2 &* row &+ 1].evenHalf = a.highHalf
    result[2 &* row &+ 1].oddHalf = b.highHalf
  }
  return result
}
