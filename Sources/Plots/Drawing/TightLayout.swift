/// Finds the margins and gaps at which no label of a grid of axes covers another one or is cut.
///
/// The rule is that of matplotlib's `tight_layout`: every gap takes what sticks out of the axes on
/// both sides of it, at its widest, and 1.08 times the size of the letters.
struct TightLayout {
  /// What sticks out of the axes at each line of a grid that all places fit in.
  private var across: [Double]
  private var down: [Double]
  private let columns: Int
  private let rows: Int

  /// - Parameter overhangs: for each axes their place, and how far what is drawn sticks out of
  ///   their cell on the left, above, on the right and below, in pixels.
  init(_ overhangs: [(place: SubplotPlace, edges: Rectangle)]) {
    columns = Self.common(overhangs.map(\.place.columns))
    rows = Self.common(overhangs.map(\.place.rows))
    // At each line, what reaches it from the left (or above) and from the right (or below).
    var before = [Double](repeating: 0, count: columns + 1)
    var after = before
    var above = [Double](repeating: 0, count: rows + 1)
    var below = above
    for (place, edges) in overhangs {
      let (width, height) = (columns / place.columns, rows / place.rows)
      let (column, row) = (place.column * width, place.row * height)
      after[column] = max(after[column], edges.left)
      before[column + width] = max(before[column + width], edges.right)
      below[row] = max(below[row], edges.top)
      above[row + height] = max(above[row + height], edges.bottom)
    }
    across = zip(before, after).map(+)
    down = zip(above, below).map(+)
  }

  /// The parameters for a sheet.
  ///
  /// - Parameters:
  ///   - pad: pixels that stay free at each edge and in each gap.
  ///   - header: pixels above all axes that a title of the figure takes.
  func parameters(sheet: Rectangle, pad: Double, header: Double) -> SubplotParameters {
    var result = SubplotParameters()
    result.left = (across[0] + pad) / sheet.width
    result.right = 1 - (across[columns] + pad) / sheet.width
    result.top = 1 - (down[0] + pad + header) / sheet.height
    result.bottom = (down[rows] + pad) / sheet.height
    let gapX = Self.widest(across) + pad
    let gapY = Self.widest(down) + pad
    let width = (result.right - result.left) * sheet.width - gapX * Double(columns - 1)
    let height = (result.top - result.bottom) * sheet.height - gapY * Double(rows - 1)
    // Where the labels leave no room for the axes, the layout stays what it was.
    guard width > Double(columns), height > Double(rows) else { return SubplotParameters() }
    result.wspace = columns > 1 ? gapX / (width / Double(columns)) : 0.2
    result.hspace = rows > 1 ? gapY / (height / Double(rows)) : 0.2
    return result
  }

  private static func widest(_ lines: [Double]) -> Double {
    lines.dropFirst().dropLast().max() ?? 0
  }

  /// The least common multiple.
  private static func common(_ counts: [Int]) -> Int {
    counts.reduce(1) { result, count in
      var (a, b) = (result, count)
      while b != 0 { (a, b) = (b, a % b) }
      return result / a * count
    }
  }
}
