internal import BLAS
internal import Kernels
internal import Tensors

/// An element type that networks compute in.
protocol NetworkScalar: Element, RowScalar, RealMath, BLASScalar {}

extension Float: NetworkScalar {}
extension Double: NetworkScalar {}

extension NetworkScalar {
  /// Computes a product of matrices on this thread, with OpenBLAS where it is installed.
  static func multiply(_ product: MatrixProduct<Self>) {
    let done = GEMM.multiply(
      rows: product.rows, columns: product.columns, inner: product.depth,
      product.a.elements, leading: product.a.rowStride, transposed: product.a.isTransposed,
      product.b.elements, leading: product.b.rowStride, transposed: product.b.isTransposed,
      beta: product.accumulates ? 1 : 0, into: product.result, leading: product.resultStride)
    if !done { product.evaluateByDefinition() }
  }
}

/// The element type of a view that `F` has checked.
func networkScalar(_ view: StridedView) -> any NetworkScalar.Type {
  view.dtype == .float64 ? Double.self : Float.self
}
