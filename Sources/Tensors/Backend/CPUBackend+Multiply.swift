internal import BLAS
internal import Kernels

extension CPUBackend {
  package func multiply(
    _ a: StridedView, _ b: StridedView, bias: StridedView?, into out: StridedView
  ) {
    if out.count == 0 { return }
    if out.dtype == .float32, a.shape.last != 0, multiplyFloats(a, b, bias, out) { return }
    if let bias { copy(bias.expanded(to: out.shape), into: out) }
    if a.shape.last == 0 { return bias == nil ? fill(out, .int(0)) : () }
    switch out.dtype {
    case .float32: multiplyReal(Float.self, a, b, out, accumulating: bias != nil)
    case .float64: multiplyReal(Double.self, a, b, out, accumulating: bias != nil)
    case .int64: multiplyWhole(Int64.self, a, b, out, accumulating: bias != nil)
    case .int32: multiplyWhole(Int32.self, a, b, out, accumulating: bias != nil)
    case .uint8: multiplyWhole(UInt8.self, a, b, out, accumulating: bias != nil)
    case .bool: misuse("truth values cannot be multiplied as matrices", in: "matmul")
    }
  }

  /// Computes a product by our own loops, and returns false when OpenBLAS is better at it.
  private func multiplyFloats(
    _ a: StridedView, _ b: StridedView, _ bias: StridedView?, _ out: StridedView
  ) -> Bool {
    let axis = a.shape.count - 2
    if b.strides[axis + 1] != 1, b.strides[axis] != 1 { return false }
    if let bias, bias.strides[0] != 1 { return false }
    var product = VectorProduct()
    product.size = (out.shape[axis], out.shape[axis + 1])
    product.inner = a.shape[axis + 1]
    product.aSteps = (a.strides[axis], a.strides[axis + 1])
    product.bSteps = (b.strides[axis + 1], b.strides[axis])
    product.cStep = out.strides[axis]
    guard product.isPossible, product.isFast || !GEMM.isAvailable else { return false }
    let (x, y) = (UnsafePointer(a.pointer(Float.self)), UnsafePointer(b.pointer(Float.self)))
    let (z, start) = (out.pointer(Float.self), bias.map { UnsafePointer($0.pointer(Float.self)) })
    let (batch, parts) = (axis == 0 ? 1 : a.shape[0], product.parts)
    let steps = axis == 0 ? (0, 0, 0) : (a.strides[0], b.strides[0], out.strides[0])
    let grain = max(1, Self.blockWork / max(1, product.work / parts))
    parallelFor(count: batch * parts, grain: grain) {
      for part in $0 {
        let item = part / parts
        product.compute(
          part % parts, x + item * steps.0, y + item * steps.1, bias: start,
          into: z + item * steps.2)
      }
    }
    return true
  }

  private func multiplyReal<T: Element & BLASScalar>(
    _: T.Type, _ a: StridedView, _ b: StridedView, _ out: StridedView, accumulating: Bool
  ) {
    guard GEMM.isAvailable else {
      return multiplyWhole(T.self, a, b, out, accumulating: accumulating)
    }
    let (a, b) = (a.readyForBLAS(), b.readyForBLAS())
    let axis = a.shape.count - 2
    let (rows, inner, columns) = (a.shape[axis], a.shape[axis + 1], b.shape[axis + 1])
    let batch = axis == 0 ? 1 : a.shape[0]
    let (lda, ta) = a.leading
    let (ldb, tb) = b.leading
    let (x, y) = (UnsafePointer(a.pointer(T.self)), UnsafePointer(b.pointer(T.self)))
    let z = out.pointer(T.self)
    // Blocks of rows or columns, cut by size alone so that the result does not depend on who
    // computes them. The longer side is cut: each block packs the other matrix as a whole.
    let cutsRows = rows >= columns
    let length = cutsRows ? rows : columns
    let block = Self.blockLength(of: length, work: inner * (cutsRows ? columns : rows))
    let blocks = (length + block - 1) / block
    let work = block * inner * (cutsRows ? columns : rows)
    parallelFor(count: batch * blocks, grain: max(1, Self.blockWork / work)) {
      for part in $0 {
        let (item, first) = (part / blocks, part % blocks * block)
        let count = min(block, length - first)
        let (row, column) = cutsRows ? (first, 0) : (0, first)
        let aStart = (axis == 0 ? 0 : item * a.strides[0]) + row * (ta ? 1 : lda)
        let bStart = (axis == 0 ? 0 : item * b.strides[0]) + column * (tb ? ldb : 1)
        let outStart = (axis == 0 ? 0 : item * out.strides[0]) + row * out.strides[axis] + column
        _ = GEMM.multiply(
          rows: cutsRows ? count : rows, columns: cutsRows ? columns : count, inner: inner,
          x + aStart, leading: lda, transposed: ta, y + bStart, leading: ldb, transposed: tb,
          beta: accumulating ? 1 : 0, into: z + outStart, leading: out.strides[axis])
      }
    }
  }

  /// Multiplications in a product that are worth a thread of their own.
  private static let blockWork = 1 << 18

  /// Multiplications of a block at most, about a tenth of a second: an interrupt waits for its end.
  private static let longestBlock = 1 << 32

  /// Rows or columns of a block: half of all when both halves are worth a thread, less of many.
  private static func blockLength(of length: Int, work: Int) -> Int {
    guard length * work >= 2 * blockWork, length >= 16 else { return max(length, 1) }
    let parts = max(2, length * work / longestBlock)
    // A multiple of what the inner loops of OpenBLAS take at once.
    return ((length + parts - 1) / parts + 15) / 16 * 16
  }

  private func multiplyWhole<T: Element & Numeric>(
    _: T.Type, _ a: StridedView, _ b: StridedView, _ out: StridedView, accumulating: Bool
  ) {
    if !accumulating { fill(out, .int(0)) }
    let axis = a.shape.count - 2
    for item in 0..<(axis == 0 ? 1 : a.shape[0]) {
      multiplyReference(
        rows: a.shape[axis], columns: b.shape[axis + 1], inner: a.shape[axis + 1],
        a.pointer(T.self) + (axis == 0 ? 0 : item * a.strides[0]),
        steps: (a.strides[axis], a.strides[axis + 1]),
        b.pointer(T.self) + (axis == 0 ? 0 : item * b.strides[0]),
        steps: (b.strides[axis], b.strides[axis + 1]),
        into: out.pointer(T.self) + (axis == 0 ? 0 : item * out.strides[0]),
        rowStep: out.strides[axis])
    }
  }
}

extension StridedView {
  /// This view, or a copy, whose matrices have one axis with neighbours side by side.
  fileprivate func readyForBLAS() -> StridedView {
    let axis = shape.count - 2
    let (down, right) = (strides[axis], strides[axis + 1])
    let (rows, columns) = (shape[axis], shape[axis + 1])
    if right == 1 && (down >= columns || rows == 1) { return self }
    if down == 1 && (right >= rows || columns == 1) { return self }
    let copy = StridedView(empty: shape, dtype, device: storage.device)
    CPUBackend.shared.copy(self, into: copy)
    return copy
  }

  /// The step from row to row, or from column to column when the matrix lies transposed.
  fileprivate var leading: (Int, transposed: Bool) {
    let axis = shape.count - 2
    let (down, right) = (strides[axis], strides[axis + 1])
    let (rows, columns) = (shape[axis], shape[axis + 1])
    if right == 1 && (down >= columns || rows == 1) { return (max(down, columns), false) }
    return (max(right, rows), true)
  }
}
