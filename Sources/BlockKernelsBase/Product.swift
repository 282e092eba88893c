import BlockTasks

/// A product of matrices.
///
/// A tile of the result stays in registers while all its summands pass by: each of its rows is a
/// combination of rows of `b`, some vectors of which serve a few rows of the result. A panel of `b`
/// stays in the cache while all rows of `a` go by, so nothing is packed, unless `b` has to be turned
/// so that its columns lie side by side.
@Sendable
func multiply(_ task: ProductTask) {
  var task = task
  if task.bSteps.column != 1, let room = task.room {
    transpose(task, into: room)
    task.b = UnsafePointer(room)
    task.bSteps = (1, task.size.columns)
  }
  let (lanes, columns) = (Vector.scalarCount, task.size.columns)
  var column = 0
  while column < columns {
    let vectors = min((columns &- column) / lanes, 4)
    switch vectors {
    case 4: multiplyColumns(task, Columns<4>(first: column))
    case 3: multiplyColumns(task, Columns<3>(first: column))
    case 2: multiplyColumns(task, Columns<2>(first: column))
    case 1: multiplyColumns(task, Columns<1>(first: column))
    default:
      // The last vector begins early, and some columns are computed twice.
      return multiplyColumns(task, Columns<1>(first: columns &- lanes))
    }
    column &+= vectors &* lanes
  }
}

/// Some vectors of columns that follow each other.
private struct Columns<let vectors: Int> {
  let first: Int
}

/// Some rows that follow each other.
private struct Rows<let count: Int> {
  let first: Int
}

/// Cuts the rows into tiles of nearly equal height, since a tile takes as long as it is high.
@inline(never)
private func multiplyColumns<let vectors: Int>(_ task: ProductTask, _ columns: Columns<vectors>) {
  let rows = task.size.rows
  var tiles = (rows &+ productRows &- 1) / productRows
  var row = 0
  while row < rows {
    let height = (rows &- row &+ tiles &- 1) / tiles
    switch height {
    case 6: multiplyTile(task, columns, Rows<6>(first: row))
    case 5: multiplyTile(task, columns, Rows<5>(first: row))
    case 4: multiplyTile(task, columns, Rows<4>(first: row))
    case 3: multiplyTile(task, columns, Rows<3>(first: row))
    case 2: multiplyTile(task, columns, Rows<2>(first: row))
    default: multiplyTile(task, columns, Rows<1>(first: row))
    }
    row &+= height
    tiles &-= 1
  }
}

@inline(__always)
private func multiplyTile<let vectors: Int, let height: Int>(
  _ task: ProductTask, _ columns: Columns<vectors>, _ rows: Rows<height>
) {
  let lanes = Vector.scalarCount
  let target = task.c + rows.first &* task.cStep + columns.first
  var sums = InlineArray<height, InlineArray<vectors, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  if task.accumulates {
    for row in 0..<height {
      for index in 0..<vectors {
        sums[row][index] = unaligned(target + row &* task.cStep + index &* lanes)
      }
    }
  } else if let bias = task.bias {
    for row in 0..<height {
      for index in 0..<vectors {
        sums[row][index] = unaligned(bias + columns.first + index &* lanes)
      }
    }
  }
  var a = task.a + rows.first &* task.aSteps.row
  var b = task.b + columns.first
  for _ in 0..<task.inner {
    var factors = InlineArray<height, Vector>(repeating: Vector(repeating: 0))
    for row in 0..<height { factors[row] = Vector(repeating: a[row &* task.aSteps.row]) }
    for index in 0..<vectors {
      let value = unaligned(b + index &* lanes)
      for row in 0..<height {
        sums[row][index] = multiplyAdd(sums[row][index], factors[row], value)
      }
    }
    a += task.aSteps.inner
    b += task.bSteps.inner
  }
  for row in 0..<height {
    let place = target + row &* task.cStep
    for index in 0..<vectors { storeUnaligned(sums[row][index], place + index &* lanes) }
  }
}
