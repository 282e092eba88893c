internal import BlockTasks

/// A product of matrices of `Float` by the fast loops, in parts that threads can share.
///
///     c = a · b + bias
///
/// Steps are in numbers. Where a part begins depends on the sizes alone, and each element of the
/// result is summed in order, so a result does not depend on the number of threads.
public struct VectorProduct {
  /// Size of the result.
  public var size = (rows: 0, columns: 0)
  /// Factors of a sum.
  public var inner = 0
  /// Steps in `a`: to the next row, to the next factor of a sum.
  public var aSteps = (row: 0, inner: 0)
  /// Steps in `b`: to the next column, to the next factor of a sum.
  public var bSteps = (column: 0, inner: 0)
  /// The step to the next row of `c`, whose columns lie side by side.
  public var cStep = 0

  /// A product whose sizes and steps are set afterwards.
  public init() {}

  /// Whether the loops take such a product.
  public var isPossible: Bool {
    if isRowwise { return true }
    return size.columns >= Self.lanes && (!turns || (bSteps.inner == 1 && inner >= Self.lanes))
  }

  /// Whether they take it faster than OpenBLAS, which packs both matrices: few rows are not worth
  /// turning a matrix, and a large product is worth packing on processors with few registers.
  public var isFast: Bool {
    if isRowwise { return true }
    return (!turns || size.rows >= Self.lanes) && work <= InstructionSet.chosen.largestProduct
  }

  /// How many parts there are.
  public var parts: Int { panels * rowParts }

  /// Multiplications of all parts.
  public var work: Int { size.rows * size.columns * inner }

  /// Computes one part.
  public func compute(
    _ part: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, into c: UnsafeMutablePointer<Float>
  ) {
    let (rowPart, panel) = part.quotientAndRemainder(dividingBy: panels)
    let (column, row) = (panel * width, rowPart * height)
    var task = ProductTask(
      a: a + row * aSteps.row, b: b + column * bSteps.column, c: c + row * cStep + column)
    task.bias = bias.map { $0 + column }
    let columns = panel == panels - 1 ? size.columns - column : width
    task.size = (min(height, size.rows - row), columns)
    (task.aSteps, task.bSteps, task.cStep) = (aSteps, bSteps, cStep)
    if isRowwise {
      task.inner = inner
      return rowLoops(task)
    }
    if !turns { return computePieces(task) }
    let count =
      (columns % Self.lanes == 0 ? min(inner, Self.longest + Self.lanes) : inner) * columns
    withUnsafeTemporaryAllocation(byteCount: 4 * count, alignment: 64) { room in
      task.room = room.baseAddress?.assumingMemoryBound(to: Float.self)
      computePieces(task)
    }
  }

  /// Long sums in pieces, so that a panel of `b` stays in the cache.
  private func computePieces(_ task: ProductTask) {
    var task = task
    task.inner = inner
    // Pieces are added up, which the loops do for whole vectors.
    if task.size.columns % Self.lanes != 0 { return loops(task) }
    for first in stride(from: 0, to: inner, by: Self.longest) {
      // A last piece that is too short to be turned goes with the one before.
      let rest = inner - first
      task.inner = rest < Self.longest + Self.lanes ? rest : Self.longest
      loops(task)
      if task.inner == rest { return }
      task.accumulates = true
      task.a += Self.longest * aSteps.inner
      task.b += Self.longest * bSteps.inner
    }
  }

  /// Numbers of the widest vector: what the loops want at least of columns.
  private static let lanes = 16
  /// The widest panel whose tiles have four vectors in a row.
  private static let widest = 64
  /// Factors of a sum after which the next piece begins.
  private static let longest = 512
  /// Multiplications that are worth a part of their own.
  private static let partWork = 1 << 18

  /// Whether the columns of `b` must be brought side by side.
  private var turns: Bool { bSteps.column != 1 }

  /// Whether rows are too few for a matrix to be turned for them.
  private var isRowwise: Bool {
    turns && size.rows < Self.lanes && aSteps.inner == 1 && bSteps.inner == 1
  }

  /// Parts along the columns; the last one is at least a vector wide, unless rows are few.
  private var panels: Int {
    if isRowwise { return (size.columns + width - 1) / width }
    return max(1, (size.columns - Self.lanes) / Self.widest + 1)
  }

  /// Columns of a part.
  private var width: Int {
    if isRowwise {
      // Eight, or none: five would leave one thread of two idle for a while.
      let wanted = work < 2 * Self.partWork ? 1 : 8
      return (size.columns + 8 * wanted - 1) / (8 * wanted) * 8
    }
    return min(
      Self.widest,
      (size.columns + panels * Self.lanes - 1) / (panels * Self.lanes) * Self.lanes)
  }

  /// Parts along the rows, where there are few panels; each turns its panel for itself.
  private var rowParts: Int {
    if isRowwise { return 1 }
    let wanted = min(8, work / Self.partWork) / panels
    return max(1, min(wanted, size.rows / (turns ? 64 : 24)))
  }

  /// Rows of a part.
  private var height: Int { (size.rows + rowParts - 1) / rowParts }
}

extension InstructionSet {
  /// Multiplications of the largest product that these loops do faster than OpenBLAS.
  fileprivate var largestProduct: Int {
    switch self {
    case .avx512: 1 << 29
    case .avx2: 1 << 25
    case .base: 0
    }
  }
}

private let loops = InstructionSet.chosen.kernels.multiply
private let rowLoops = InstructionSet.chosen.kernels.multiplyRows
