import Tensors
import TestSupport
import Testing

@testable import Vision

/// Threads that make batches ahead, with the random numbers of PyTorch's worker processes.
@Suite(.ownGenerator) struct WorkerTests {
  /// An item is a random number, whatever its index.
  struct Noise: Dataset {
    let count = 10
    subscript(index: Int) -> Tensor { Tensor.rand(1) }
  }

  /// Two epochs and what is drawn afterwards, with PyTorch 2.15.0.
  ///
  ///     torch.manual_seed(0)
  ///     loader = DataLoader(Noise(), batch_size=2, shuffle=True, num_workers=workers)
  ///     print(list(loader), list(loader), torch.randint(0, 1000, (2,)))
  @Test func drawAsPyTorchs() {
    let expected: [Int: ([Double], [Double], [Int])] = [
      0: (
        [0.3074, 0.6341, 0.4901, 0.8964, 0.4556, 0.6323, 0.3489, 0.4017, 0.0223, 0.1689],
        [0.161, 0.2823, 0.6816, 0.9152, 0.3971, 0.8742, 0.4194, 0.5529, 0.9527, 0.0362],
        [549, 480]
      ),
      1: (
        [0.7821, 0.0536, 0.9888, 0.1949, 0.5242, 0.1987, 0.5094, 0.7166, 0.5961, 0.8303],
        [0.7514, 0.5174, 0.8544, 0.2775, 0.8013, 0.7869, 0.114, 0.7027, 0.716, 0.3417],
        [497, 683]
      ),
      3: (
        [0.7821, 0.0536, 0.6938, 0.298, 0.654, 0.2994, 0.9888, 0.1949, 0.1669, 0.2847],
        [0.7514, 0.5174, 0.1679, 0.6141, 0.3018, 0.2774, 0.8544, 0.2775, 0.1338, 0.5165],
        [497, 683]
      ),
    ]
    for (workers, (first, second, after)) in expected {
      manualSeed(0)
      let loader = BatchLoader<Tensor>(
        Noise(), batchSize: 2, shuffle: true, numWorkers: workers)
      #expect(numbers(loader) == first)
      #expect(numbers(loader) == second)
      #expect(Tensor.randint(0, 1000, [2]).scalars(as: Int.self) == after)
    }
  }

  private func numbers(_ loader: BatchLoader<Tensor>) -> [Double] {
    loader.flatMap(\.scalars).map { ($0 * 10_000).rounded() / 10_000 }
  }

  /// What is made at once and what is made item by item is the same, random pictures too, with and
  /// without workers.
  @Test(arguments: [0, 2], [1, 3]) func onePassIsTheTransform(workers: Int, channels: Int) {
    let pictures = RandomPictures(count: 40, height: 9, width: 7, channels: channels)
    for transform in RandomPictures.chains(channels) {
      manualSeed(3)
      let quick = DataLoader(
        pictures.with(transform), batchSize: 16, shuffle: true, numWorkers: workers)
      let atOnce = quick.map { ($0.0.shape, $0.0.scalars, $0.1.scalars) }
      let after = Tensor.rand(1).item()
      manualSeed(3)
      let slow = DataLoader(
        OneByOne(pictures.with(transform)), batchSize: 16, shuffle: true, numWorkers: workers)
      for ((images, labels), quick) in zip(slow, atOnce) {
        #expect(quick.0 == images.shape)
        #expect(quick.1 == images.scalars, "\(transform)")
        #expect(quick.2 == labels.scalars)
      }
      #expect(Tensor.rand(1).item() == after)
      #expect(pictures.with(transform).batchAssembler != nil)
    }
  }

  /// What is not only moved and looked up is left to the transform.
  @Test func othersGoOneByOne() {
    let pictures = RandomPictures(count: 4, height: 5, width: 5, channels: 3)
    for transform: any Transform in [
      Compose([ToTensor(), Lambda { $0 }]),
      Compose([RandomCrop(5, padding: 1, fill: 9), RandomCrop(5, padding: 1), ToTensor()]),
      RandomHorizontalFlip(),
    ] {
      #expect(pictures.with(transform).batchAssembler == nil)
    }
  }
}

/// Byte pictures in memory.
struct RandomPictures: Dataset, ResidentPictures {
  let data: Tensor
  let targets: Tensor
  var transform: (any Transform)?

  init(count: Int, height: Int, width: Int, channels: Int) {
    var random = InkRandom(stream: 1, index: channels)
    let bytes = (0..<count * height * width * channels).map { _ in UInt8(random.below(256)) }
    data = Tensor(
      scalars: bytes, shape: [count, height, width] + (channels == 1 ? [] : [channels]))
    targets = Tensor.arange(count)
  }

  func with(_ transform: any Transform) -> RandomPictures {
    var copy = self
    copy.transform = transform
    return copy
  }

  var count: Int { data.size(0) }

  subscript(index: Int) -> (Tensor, Int) { (picture(index), index) }

  /// What is done in one pass: pixels moved before and after they become numbers.
  static func chains(_ channels: Int) -> [any Transform] {
    let normalize = Normalize(
      mean: [0.2, 0.4, 0.6].suffix(channels), std: [0.5, 0.25, 0.125].suffix(channels))
    return [
      ToTensor(),
      Compose([ToTensor(), normalize]),
      Compose([RandomHorizontalFlip(), ToTensor(), normalize]),
      Compose([RandomCrop([9, 7], padding: 2, fill: 30), RandomVerticalFlip(), ToTensor()]),
      Compose([
        RandomCrop([6, 5]), ToTensor(), RandomHorizontalFlip(), normalize,
        RandomCrop(8, padding: [2, 3], fill: 0.5), RandomVerticalFlip(p: 0.3),
      ]),
      Compose([
        Compose([RandomCrop(9, padding: 4, paddingMode: .reflect), CenterCrop([3, 4])]),
        Compose([ToTensor(), normalize]),
      ]),
      Compose([CenterCrop([11, 4]), ToTensor()]),
    ]
  }
}

/// A data set that hides how it could make a batch at once.
struct OneByOne: Dataset {
  let base: RandomPictures
  init(_ base: RandomPictures) { self.base = base }
  var count: Int { base.count }
  subscript(index: Int) -> (Tensor, Int) { base[index] }
}
