/// An element type whose matrices OpenBLAS multiplies.
public protocol BLASScalar: BinaryFloatingPoint {
  /// Calls the library's `cblas_?gemm` for this type, and returns whether there is one.
  static func gemm(
    _ order: Int32, _ transA: Int32, _ transB: Int32, _ m: Int32, _ n: Int32, _ k: Int32,
    _ alpha: Self, _ a: UnsafePointer<Self>, _ lda: Int32, _ b: UnsafePointer<Self>,
    _ ldb: Int32, _ beta: Self, _ c: UnsafeMutablePointer<Self>, _ ldc: Int32
  ) -> Bool
}

extension Float: BLASScalar {
  /// Calls `cblas_sgemm`.
  public static func gemm(
    _ order: Int32, _ transA: Int32, _ transB: Int32, _ m: Int32, _ n: Int32, _ k: Int32,
    _ alpha: Float, _ a: UnsafePointer<Float>, _ lda: Int32, _ b: UnsafePointer<Float>,
    _ ldb: Int32, _ beta: Float, _ c: UnsafeMutablePointer<Float>, _ ldc: Int32
  ) -> Bool {
    guard let blas = OpenBLAS.shared else { return false }
    blas.sgemm(order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
    return true
  }
}

extension Double: BLASScalar {
  /// Calls `cblas_dgemm`.
  public static func gemm(
    _ order: Int32, _ transA: Int32, _ transB: Int32, _ m: Int32, _ n: Int32, _ k: Int32,
    _ alpha: Double, _ a: UnsafePointer<Double>, _ lda: Int32, _ b: UnsafePointer<Double>,
    _ ldb: Int32, _ beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int32
  ) -> Bool {
    guard let blas = OpenBLAS.shared else { return false }
    blas.dgemm(order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
    return true
  }
}
