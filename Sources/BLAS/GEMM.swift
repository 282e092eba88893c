/// Multiplies matrices with OpenBLAS when it is there.
///
/// Every matrix is row-major. A batch is cut at fixed rows and shared among our own threads; the
/// library itself is kept to one thread, since its threads gain little on the sizes of the
/// tutorials and would compete with ours.
public enum GEMM {
  /// Whether OpenBLAS was found.
  public static var isAvailable: Bool { OpenBLAS.shared != nil }

  /// Computes `c = op(a) · op(b) + beta · c`, where `op(a)` is `rows`×`inner` and `op(b)` is
  /// `inner`×`columns`, and returns whether it could: false means that OpenBLAS is missing.
  public static func multiply<T: BLASScalar>(
    rows: Int, columns: Int, inner: Int,
    _ a: UnsafePointer<T>, leading lda: Int, transposed ta: Bool,
    _ b: UnsafePointer<T>, leading ldb: Int, transposed tb: Bool,
    beta: T, into c: UnsafeMutablePointer<T>, leading ldc: Int
  ) -> Bool {
    T.gemm(
      rowMajor, ta ? transpose : plain, tb ? transpose : plain, Int32(rows), Int32(columns),
      Int32(inner), 1, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
  }

  // cblas.h
  private static let rowMajor: Int32 = 101
  private static let plain: Int32 = 111
  private static let transpose: Int32 = 112
}
