import Synchronization
import Tensors
import TestSupport
import Testing

@testable import Vision

/// How many of some objects live.
///
/// Each test that asks has its own: others run at the same time.
final class Living: Sendable {
  let count = Atomic<Int>(0)
}

/// The numbers 0 ..< count, each as item and label.
final class Numbers: Dataset {
  let count: Int
  private let living: Living?

  init(_ count: Int, countedBy living: Living? = nil) {
    self.count = count
    self.living = living
    living?.count.add(1, ordering: .sequentiallyConsistent)
  }

  deinit {
    living?.count.subtract(1, ordering: .sequentiallyConsistent)
  }

  subscript(index: Int) -> (Tensor, Int) { (Tensor([Double(index)]), index) }
}

/// Batches of a data set.
@Suite(.ownGenerator) struct DataLoaderTests {
  private func batches(_ loader: DataLoader) -> [[Int]] {
    loader.map { $0.1.scalars(as: Int.self) }
  }

  /// Orders of two epochs are those of PyTorch 2.15.0.
  ///
  ///     torch.manual_seed(0)
  ///     loader = DataLoader(list(range(10)), batch_size=4, shuffle=True)
  ///     print([b.tolist() for b in loader], [b.tolist() for b in loader])
  @Test(arguments: [0, 4]) func shufflesAsPyTorchDoes(workers: Int) {
    manualSeed(0)
    let loader = DataLoader(Numbers(10), batchSize: 4, shuffle: true, numWorkers: workers)
    #expect(batches(loader) == [[6, 7, 1, 4], [2, 0, 9, 8], [3, 5]])
    #expect(batches(loader) == [[2, 4, 7, 0], [8, 9, 5, 3], [6, 1]])
  }

  /// 60,000 items; the first ten, the last five, and two numbers drawn after the epoch, as in PyTorch 2.15.0.
  ///
  ///     torch.manual_seed(0)
  ///     loader = DataLoader(list(range(60000)), batch_size=64, shuffle=True)
  ///     order = [b.tolist() for b in loader]
  ///     print(order[0][:10], order[-1][-5:], torch.randint(0, 2**31, (2,)))
  @Test func shufflesManyAsPyTorchDoes() {
    manualSeed(0)
    let loader = DataLoader(Numbers(60_000), batchSize: 64, shuffle: true)
    let order = batches(loader)
    #expect(order.count == 938)
    #expect(
      order[0].prefix(10) == [
        11226, 15289, 1783, 11687, 36541, 43941, 49263, 7244, 12216, 57916,
      ])
    #expect(order[937].suffix(5) == [59401, 16357, 15953, 53751, 54000])
    #expect(Set(order.joined()).count == 60_000)
    #expect(Tensor.randint(0, 1 << 31, [2]).scalars == [1_537_364_731, 1_491_434_855])
  }

  /// Without shuffling one number is drawn all the same, as in PyTorch.
  ///
  ///     torch.manual_seed(0); list(DataLoader(list(range(10)), batch_size=4)); torch.rand(1)
  @Test func drawsOneNumberInOrder() {
    manualSeed(0)
    let loader = DataLoader(Numbers(10), batchSize: 4)
    #expect(batches(loader) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
    #expect(abs(Tensor.rand(1).item() - 0.0885) < 0.0001)
  }

  /// Counts, the last batch, and the words of the tutorial's loop.
  @Test func countsItsBatches() {
    let numbers = Numbers(10)
    let loader = DataLoader(numbers, batchSize: 4)
    #expect(loader.count == 3)
    #expect(loader.dataset.count == 10)
    #expect("\(loader)" == "DataLoader(10 items, 3 batches of 4)")
    #expect(DataLoader(numbers, batchSize: 4, dropLast: true).count == 2)
    #expect(batches(DataLoader(numbers, batchSize: 4, dropLast: true)).count == 2)
    #expect(DataLoader(Numbers(0), batchSize: 4, shuffle: true).count == 0)
    #expect(batches(DataLoader(Numbers(0), batchSize: 4, shuffle: true)) == [])
    for (i, (data, target)) in loader.enumerated() {
      #expect(data.shape == [i == 2 ? 2 : 4, 1])
      #expect(target.dtype == .int64)
    }
  }

  /// Items of two tensors are stacked both, and any other item goes through one's own function.
  @Test func takesOtherItems() {
    struct Pairs: Dataset {
      let count = 3
      subscript(index: Int) -> (Tensor, Tensor) { (Tensor([index]), Tensor([[index], [1]])) }
    }
    struct Words: Dataset {
      let count = 3
      subscript(index: Int) -> String { "word \(index)" }
    }
    for (x, y) in DataLoader(Pairs(), batchSize: 3) {
      #expect(x.shape == [3, 1])
      #expect(y.shape == [3, 2, 1])
    }
    let joined = BatchLoader(Words(), batchSize: 2) { $0.joined(separator: ", ") }
    #expect(Array(joined) == ["word 0, word 1", "word 2"])
    #expect(Array(Words()) == ["word 0", "word 1", "word 2"])
  }

  /// Breaking off, with batches under way, keeps nothing alive.
  @Test(arguments: [0, 2]) func breaksOffWithoutATrace(workers: Int) async throws {
    let living = Living()
    for _ in 0..<50 {
      let numbers = Numbers(1000, countedBy: living)
      let loader = DataLoader(numbers, batchSize: 2, shuffle: true, numWorkers: workers)
      for (_, target) in loader {
        #expect(target.count == 2)
        break
      }
    }
    // The thread may still hold the batch it is at.
    for _ in 0..<500 where living.count.load(ordering: .sequentiallyConsistent) != 0 {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(living.count.load(ordering: .sequentiallyConsistent) == 0)
  }

  /// A generator of one's own shuffles by itself, as in PyTorch.
  ///
  ///     g = torch.Generator(); g.manual_seed(5)
  ///     loader = DataLoader(list(range(10)), batch_size=4, shuffle=True, generator=g)
  @Test func takesAGenerator() {
    let generator = Generator(seed: 5)
    let loader = DataLoader(Numbers(10), batchSize: 4, shuffle: true, generator: generator)
    #expect(batches(loader) == [[7, 4, 8, 1], [2, 3, 6, 5], [9, 0]])
    #expect(batches(loader) == [[2, 1, 6, 3], [5, 9, 4, 7], [8, 0]])
  }
}
