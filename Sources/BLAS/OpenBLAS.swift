internal import Glibc
internal import Kernels

/// The functions of an OpenBLAS library, found when the program runs.
///
/// Unchecked, because C function pointers never change.
struct OpenBLAS: @unchecked Sendable {
  /// `cblas_?gemm`: order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc.
  typealias FloatMultiply =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32,
      UnsafePointer<Float>, Int32, Float, UnsafeMutablePointer<Float>, Int32
    ) -> Void
  typealias DoubleMultiply =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Double, UnsafePointer<Double>, Int32,
      UnsafePointer<Double>, Int32, Double, UnsafeMutablePointer<Double>, Int32
    ) -> Void

  let sgemm: FloatMultiply
  let dgemm: DoubleMultiply

  /// The library, or nil when none was found, which is said once on standard error.
  static let shared = OpenBLAS()

  /// `MARTLET_OPENBLAS` names the library; without it the usual names are tried.
  private static var candidates: [String] {
    if let path = getenv("MARTLET_OPENBLAS") { return [String(cString: path)] }
    return ["libopenblas.so.0", "libopenblasp.so.0", "libopenblas.so"]
  }

  private init?() {
    if getenv("OPENBLAS_CORETYPE") == nil, Processor.hasAVX512 {
      // Unknown processors fall back to AVX2 kernels at half the speed. The library reads this
      // while it loads. https://github.com/OpenMathLib/OpenBLAS/issues/3620
      setenv("OPENBLAS_CORETYPE", "SkylakeX", 0)
    }
    let opened = Self.candidates.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
    guard let library = opened, let sgemm = dlsym(library, "cblas_sgemm"),
      let dgemm = dlsym(library, "cblas_dgemm"),
      let setThreads = dlsym(library, "openblas_set_num_threads")
    else {
      let tried = Self.candidates.joined(separator: ", ")
      let text = """
        Martlet: OpenBLAS was not found (tried \(tried)); some matrix products will be many times \
        slower.
        Install it with `sudo apt-get install libopenblas0-pthread`, or name it in MARTLET_OPENBLAS.

        """
      _ = write(STDERR_FILENO, text, text.utf8.count)
      return nil
    }
    self.sgemm = unsafeBitCast(sgemm, to: FloatMultiply.self)
    self.dgemm = unsafeBitCast(dgemm, to: DoubleMultiply.self)
    unsafeBitCast(setThreads, to: (@convention(c) (Int32) -> Void).self)(1)
  }
}
