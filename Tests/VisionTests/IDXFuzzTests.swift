import Testing

@testable import Vision

/// Bytes that nobody meant: the reader answers with a file or a `DataError`, and always answers.
struct IDXFuzzTests {
  /// Cut, changed, lengthened and invented files, packed and not; a seed makes them repeatable.
  @Test(arguments: [UInt64(1), 2, 3, 4]) func anyBytesAreAnswered(seed: UInt64) throws {
    var random = InkRandom(stream: seed, index: 0)
    let starts = [IDXTests.good, gzip(IDXTests.good), gzip([UInt8](repeating: 0, count: 5000))]
    var accepted = 0
    for _ in 0..<fuzzRounds(25_000) {
      var bytes = starts[random.below(starts.count)]
      switch random.below(4) {
      case 0: bytes.removeLast(random.below(bytes.count))
      case 1: bytes += (0..<random.below(20)).map { _ in UInt8(random.below(256)) }
      case 2: bytes = (0..<random.below(64)).map { _ in UInt8(random.below(256)) }
      default: break
      }
      for _ in 0..<random.below(4) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      do {
        let idx = try IDXTests.parse(bytes, bufferCount: 2 + random.below(40))
        #expect(idx.bytes.count == idx.shape.reduce(1, *))
        accepted += 1
      } catch {
        #expect(error is DataError)
      }
    }
    #expect(accepted > 0)
  }
}
