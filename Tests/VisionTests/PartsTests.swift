import Tensors
import TestSupport
import Testing

@testable import Vision

/// Parts of data sets, and sets put together.
@Suite(.ownGenerator) struct PartsTests {
  /// Four tiny pictures with labels, resident as MNIST's are.
  static func pictures(_ transform: (any Transform)? = ToTensor()) throws -> IDXDataset {
    let folder = try TemporaryFolder()
    let images = try folder.write(
      [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2] + [0, 51, 102, 153, 204, 255, 10, 20],
      to: "images")
    let labels = try folder.write([0, 0, 8, 1, 0, 0, 0, 4, 2, 0, 1, 2], to: "labels")
    return try IDXDataset(
      images: images, labels: labels, classes: ["a", "b", "c"], transform: transform)
  }

  /// Pictures of any size, in two files of any name.
  @Test func idxOfAnySize() throws {
    let set = try Self.pictures()
    #expect(set.count == 4)
    #expect(set.data.shape == [4, 1, 2])
    #expect(set[1].0.shape == [1, 1, 2])
    #expect(set[1].1 == 0)
    #expect(set.labelOfClass == ["a": 0, "b": 1, "c": 2])
    #expect(
      "\(set)" == """
        Dataset IDXDataset
            Number of datapoints: 4
            StandardTransform
        Transform: ToTensor()
        """)
  }

  /// Some items, alone and in batches made at once.
  @Test func subsets() throws {
    let set = try Self.pictures()
    let some = Subset(set, indices: [3, 1, 1])
    #expect(some.map(\.1) == [2, 0, 0])
    #expect(some.targets.scalars == [2, 0, 0])
    let (images, labels) = try #require(DataLoader(some, batchSize: 3).makeIterator().next())
    #expect(images.shape == [3, 1, 1, 2])
    #expect(images[0].scalars == set[3].0.scalars)
    #expect(labels.scalars == [2, 0, 0])
    #expect(some.batchAssembler != nil)
  }

  /// Some classes, with labels counted anew, in the order asked for.
  @Test func labels() throws {
    let set = try Self.pictures()
    let two = set.filter(labels: [2, 0])
    #expect(two.count == 3)
    #expect(two.classes == ["c", "a"])
    #expect(two.map(\.1) == [0, 1, 0])
    #expect(two.targets.scalars == [0, 1, 0])
    let (images, labels) = try #require(DataLoader(two, batchSize: 3).makeIterator().next())
    #expect(labels.scalars == [0, 1, 0])
    #expect(images[2].scalars == set[3].0.scalars)
    #expect(set.filter(classes: ["b"]).map(\.1) == [0])
    let nested = Subset(two, indices: [1])
    #expect(nested[0].1 == 1)
    #expect(nested.classes == ["c", "a"])
  }

  /// The parts are PyTorch 2.15.0's.
  ///
  ///     torch.manual_seed(0)
  ///     [p.indices for p in random_split(range(10), [7, 3])]
  ///     torch.manual_seed(0)
  ///     [list(p.indices) for p in random_split(range(11), [0.3, 0.3, 0.4])]
  @Test func randomParts() {
    manualSeed(0)
    let counted = randomSplit(Numbers(10), [7, 3])
    #expect(counted.map(\.indices) == [[4, 1, 7, 5, 3, 9, 0], [8, 6, 2]])
    manualSeed(0)
    let cut = randomSplit(Numbers(11), [0.3, 0.3, 0.4])
    #expect(cut.map(\.indices) == [[10, 0, 4, 3], [5, 8, 2], [1, 9, 7, 6]])
    let own = randomSplit(Numbers(10), [7, 3], generator: Generator(seed: 0))
    #expect(own.map(\.indices) == counted.map(\.indices))
  }

  /// Sets one after the other, lists, and pairs of rows.
  @Test func chains() {
    let all = ConcatDataset<(Tensor, Int)>([Numbers(3), Subset(Numbers(9), indices: [7, 8])])
    #expect(all.count == 5)
    #expect(all.map(\.1) == [0, 1, 2, 7, 8])
    #expect(DataLoader(all, batchSize: 5).map { $0.1.scalars } == [[0, 1, 2, 7, 8]])
    #expect(ConcatDataset([Numbers(3), Numbers(2)]).map(\.1) == [0, 1, 2, 0, 1])
    let odd = ListDataset(Numbers(6).filter { $0.1 % 2 == 1 })
    #expect(odd.count == 3)
    #expect(DataLoader(odd, batchSize: 2).map { $0.1.scalars } == [[1, 3], [5]])
    let pairs = TensorDataset(Tensor.arange(6).view(3, 2), Tensor([5, 6, 7]))
    let batches = DataLoader(pairs, batchSize: 2).map { [$0.0.shape, $0.1.shape] }
    #expect(batches == [[[2, 2], [2]], [[1, 2], [1]]])
    let words = BatchLoader(ListDataset(["a", "b", "c"]), batchSize: 2) { $0.joined() }
    #expect(Array(words) == ["ab", "c"])
  }

  /// Pictures stay of the type that the transform gives, and so do batches.
  @Test func anyElementType() throws {
    let bytes = try Self.pictures(nil)
    let doubles = try Self.pictures(Compose([ToTensor(), Lambda { $0.to(.float64) }]))
    for (images, _) in DataLoader(bytes, batchSize: 4) {
      #expect(images.dtype == .uint8)
      #expect(images.shape == [4, 1, 2])
    }
    for (images, _) in DataLoader(doubles, batchSize: 4, numWorkers: 2) {
      #expect(images.dtype == .float64)
    }
    let alone = BatchLoader<Tensor>(ListDataset([Tensor([1]), Tensor([2])]), batchSize: 2)
    #expect(alone.map(\.shape) == [[2, 1]])
    let heights = ListDataset([(Tensor([1]), 0.5), (Tensor([2]), 1.5)])
    #expect(DataLoader(heights, batchSize: 2).map { $0.1.scalars } == [[0.5, 1.5]])
  }

  /// Indices and labels that do not exist stop the cell.
  @Test func refusesWhatDoesNotExist() async {
    await #expect(processExitsWith: .failure) { _ = Subset(Numbers(3), indices: [3]) }
    await #expect(processExitsWith: .failure) { _ = randomSplit(Numbers(3), [1, 1]) }
    await #expect(processExitsWith: .failure) { _ = randomSplit(Numbers(3), [0.5, 0.6]) }
    await #expect(processExitsWith: .failure) { _ = try PartsTests.pictures().filter(labels: [3]) }
    await #expect(processExitsWith: .failure) {
      _ = try PartsTests.pictures().filter(classes: ["dog"])
    }
  }
}
