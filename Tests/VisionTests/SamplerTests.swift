import Tensors
import TestSupport
import Testing

@testable import Vision

/// Orders of PyTorch 2.15.0, each followed by `torch.randint(0, 1000, (2,))`, which shows that
/// nothing more and nothing less was drawn.
@Suite(.ownGenerator) struct SamplerTests {
  private func next(_ generator: Generator = .shared) -> [Int] {
    Tensor.randint(0, 1000, [2], generator: generator).scalars(as: Int.self)
  }

  /// `manual_seed(0); list(RandomSampler(range(5)))`.
  @Test func randomOrder() {
    manualSeed(0)
    #expect(Array(RandomSampler(5)) == [1, 3, 4, 2, 0])
    #expect(next() == [933, 760])
    #expect(Array(SequentialSampler(3)) == [0, 1, 2])
  }

  /// `RandomSampler(range(5), replacement=True, num_samples=40)` draws 32 at a time.
  @Test func randomWithReplacement() {
    manualSeed(0)
    let drawn = Array(RandomSampler(5, replacement: true, numSamples: 40))
    #expect(
      drawn == [
        1, 0, 4, 3, 4, 0, 2, 3, 4, 1, 3, 0, 1, 4, 0, 0, 3, 3, 0, 0, 1, 4, 0, 2, 3, 3, 4, 2, 2, 2, 2,
        4, 4, 1, 3, 3, 3, 2, 3, 4,
      ])
    #expect(next() == [933, 760])
    let generator = Generator(seed: 3)
    let exact = Array(
      RandomSampler(5, replacement: true, numSamples: 32, generator: generator))
    #expect(exact.prefix(6) == [1, 3, 2, 2, 0, 0])
    #expect(next(generator) == [404, 233])
  }

  /// More indices than items, twice, from a generator of one's own.
  @Test func moreThanThereAre() {
    let generator = Generator(seed: 3)
    let sampler = RandomSampler(5, numSamples: 12, generator: generator)
    #expect(Array(sampler) == [1, 0, 3, 4, 2, 0, 1, 2, 4, 3, 1, 4])
    #expect(Array(sampler) == [0, 2, 1, 4, 3, 0, 3, 4, 1, 2, 1, 2])
    #expect(next(generator) == [472, 218])
  }

  /// `SubsetRandomSampler([10, 20, 30, 40, 50])`.
  @Test func subset() {
    manualSeed(0)
    #expect(Array(SubsetRandomSampler([10, 20, 30, 40, 50])) == [50, 10, 20, 40, 30])
    #expect(next() == [963, 379])
  }

  /// `WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 10)`.
  @Test func weighted() {
    manualSeed(0)
    let weights = [0.1, 0.9, 0.4, 0.7, 3.0, 0.6]
    #expect(
      Array(WeightedRandomSampler(weights, numSamples: 10)) == [5, 4, 4, 5, 4, 4, 2, 3, 4, 3])
    #expect(next() == [126, 119])
  }

  /// `WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 5, replacement=False)`, and one index
  /// with replacement, which PyTorch draws in the same way.
  @Test func weightedWithoutReplacement() {
    let weights = [0.1, 0.9, 0.4, 0.7, 3.0, 0.6]
    manualSeed(0)
    let sampler = WeightedRandomSampler(weights, numSamples: 5, replacement: false)
    #expect(Array(sampler) == [4, 1, 2, 5, 3])
    #expect(next() == [756, 399])
    manualSeed(0)
    #expect(Array(WeightedRandomSampler(weights, numSamples: 1)) == [4])
    #expect(next() == [756, 399])
  }

  /// Without replacement nothing comes twice, nothing of weight 0 comes at all, and the first is
  /// drawn as often as its weight says.
  @Test func weightedOnceEach() {
    manualSeed(1)
    var firsts = [0, 0, 0, 0]
    for _ in 0..<2000 {
      let drawn = Array(
        WeightedRandomSampler([1, 0, 2, 5], numSamples: 3, replacement: false))
      #expect(Set(drawn) == [0, 2, 3])
      firsts[drawn[0]] += 1
    }
    #expect((150...350).contains(firsts[0]))
    #expect((400...600).contains(firsts[2]))
    #expect((1130...1370).contains(firsts[3]))
  }

  /// A loader takes a sampler's order, anew for each epoch.
  ///
  ///     loader = DataLoader(list(range(10)), batch_size=3,
  ///                         sampler=WeightedRandomSampler([1.0] * 9 + [20.0], 7))
  @Test(arguments: [0, 2]) func loaderWithASampler(workers: Int) {
    manualSeed(0)
    let sampler = WeightedRandomSampler([Double](repeating: 1, count: 9) + [20], numSamples: 7)
    let loader = DataLoader(Numbers(10), batchSize: 3, sampler: sampler, numWorkers: workers)
    #expect(loader.count == 3)
    #expect(loader.map { $0.1.scalars(as: Int.self) } == [[9, 9, 9], [9, 9, 5], [9]])
    #expect(loader.map { $0.1.scalars(as: Int.self) } == [[8, 9, 5], [9, 9, 9], [9]])
    #expect(next() == [363, 360])
    let whole = DataLoader(Numbers(10), batchSize: 3, sampler: sampler, dropLast: true)
    #expect(whole.count == 2)
    #expect(whole.map { $0.1.count } == [3, 3])
  }

  /// One's own order.
  @Test func onesOwnSampler() {
    struct EverySecond: Sampler {
      let count = 3
      func makeIterator() -> AnyIterator<Int> {
        AnyIterator(stride(from: 0, to: 6, by: 2).makeIterator())
      }
    }
    let loader = DataLoader(Numbers(6), batchSize: 2, sampler: EverySecond())
    #expect(loader.map { $0.1.scalars(as: Int.self) } == [[0, 2], [4]])
  }
}
