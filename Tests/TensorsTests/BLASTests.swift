import BLAS
import Glibc
import Tensors
import Testing

/// OpenBLAS, and what happens without it.
struct BLASTests {
  /// A missing library is said once, with what to do, and products are right all the same.
  @Test func missingLibrary() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      setenv("MARTLET_OPENBLAS", "/nowhere/libopenblas.so", 1)
      #expect(!GEMM.isAvailable)
      let product = matmul(Tensor([[1.0, 2], [3, 4]]), Tensor([[5.0], [6]]))
      #expect(product.scalars == [17, 39])
      let turned = matmul(Tensor([[1.0, 2], [3, 4]]).t(), Tensor([[5.0], [6]]))
      #expect(turned.scalars == [23, 34])
      // Wide ones are not computed by the library anyway.
      #expect(matmul(Tensor.ones(2, 30), Tensor.ones(30, 40)).sum().item() == 2400)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let message = """
      Martlet: OpenBLAS was not found (tried /nowhere/libopenblas.so); some matrix products will be \
      many times slower.
      Install it with `sudo apt-get install libopenblas0-pthread`, or name it in MARTLET_OPENBLAS.

      """
    #expect(text.contains(message))
    #expect(text.split(separator: "OpenBLAS was not found").count == 2)
  }

  /// Sums and products are the same to the bit with one thread and with three.
  @Test func threadsDoNotChangeResults() async {
    let one = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "1", 1)
      printBits()
    }
    let three = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "3", 1)
      printBits()
    }
    let bits = String(decoding: one?.standardOutputContent ?? [], as: UTF8.self)
    #expect(bits.contains("bits "))
    #expect(bits == String(decoding: three?.standardOutputContent ?? [], as: UTF8.self))
  }
}

/// Prints the bits of results large enough to be shared among threads.
private func printBits() {
  let x = Tensor.randn(300, 700, generator: Generator(seed: 1))
  let results = [
    matmul(x, x.t()), matmul(x.t(), x), matmul(x.narrow(1, start: 0, length: 90), x[0..<90]),
    x.sum(), x.sum(dim: 0),
    x.sum(dim: 1), (x * x).exp().mean(),
    x.view(100, 2100).max(1).values.sum(), linear(x, x[0..<90]),
  ]
  for result in results {
    let hash = result.scalars(as: Float.self).reduce(17 as UInt64) {
      ($0 ^ UInt64($1.bitPattern)) &* 1_099_511_628_211
    }
    print("bits", hash)
  }
}
