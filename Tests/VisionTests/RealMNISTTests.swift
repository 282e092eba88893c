import Foundation
import Tensors
import TestSupport
import Testing

@testable import Vision

/// The official files, where `MARTLET_DATA` points to them; numbers of torchvision 0.29.2.
@Suite(.ownGenerator, .enabled(if: isMNISTHere, "MARTLET_DATA holds no MNIST/raw"))
struct RealMNISTTests {
  static var standardize: Compose {
    Compose([ToTensor(), Normalize(mean: [0.1307], std: [0.3081])])
  }

  /// Sizes, first labels and the sum of all pixels of both halves.
  @Test func isTheOfficialSet() throws {
    let train = try MNIST(root: "nowhere", train: true)
    #expect(train.count == 60_000)
    #expect(train.data.shape == [60_000, 28, 28])
    #expect(train.targets[0..<10].scalars == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(train.data.sum().item(as: Int.self) == 1_567_298_545)
    #expect(train.targets.sum().item(as: Int.self) == 267_236)
    let test = try MNIST(root: "nowhere", train: false)
    #expect(test.count == 10_000)
    #expect(test.targets[0..<10].scalars == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
    #expect(test.data.sum().item(as: Int.self) == 264_923_200)
    #expect(train.classes[5] == "5 - five")
  }

  /// One picture and its label, with and without a transform.
  @Test func givesOneItem() throws {
    let train = try MNIST(root: "nowhere", transform: Self.standardize, download: true)
    let (image, label) = train[0]
    #expect(image.shape == [1, 28, 28])
    #expect(image.dtype == .float32)
    #expect(label == 5)
    let (plain, _) = try MNIST(root: "nowhere", train: false)[1]
    #expect(plain.shape == [28, 28])
    #expect(plain.dtype == .uint8)
  }

  /// torchvision's text.
  @Test func printsLikeTorchvision() throws {
    let test = try MNIST(root: "data", train: false, transform: Self.standardize)
    #expect(
      "\(test)" == """
        Dataset MNIST
            Number of datapoints: 10000
            Root location: data
            Split: Test
            StandardTransform
        Transform: Compose(
                       ToTensor()
                       Normalize(mean=[0.1307], std=[0.3081])
                   )
        """)
  }

  /// The first shuffled batch is PyTorch's to the bit.
  ///
  ///     torch.manual_seed(0)
  ///     x, y = next(iter(DataLoader(train, batch_size=64, shuffle=True)))   # FNV-1a of x's bytes
  @Test func makesPyTorchsFirstBatch() throws {
    let train = try MNIST(root: "nowhere", transform: Self.standardize)
    manualSeed(0)
    let batch = DataLoader(train, batchSize: 64, shuffle: true).makeIterator().next()
    let (data, target) = try #require(batch)
    #expect(data.shape == [64, 1, 28, 28])
    #expect(target[0..<10].scalars == [6, 8, 8, 7, 8, 0, 0, 5, 6, 0])
    #expect(fingerprint(data) == 8_409_866_009_715_024_619)
  }

  /// A batch made in one pass equals the one made item by item, to the bit, and the labels too.
  @Test func assemblesWhatTheItemsAre() throws {
    let fast = try MNIST(root: "nowhere", train: false, transform: Self.standardize)
    let slow = try MNIST(
      root: "nowhere", train: false, transform: Compose([Self.standardize, Lambda { $0 }]))
    #expect(fast.batchAssembler != nil)
    #expect(slow.batchAssembler == nil)
    for size in [1, 7, 64] {
      for ((a, b), _) in zip(
        zip(DataLoader(fast, batchSize: size), DataLoader(slow, batchSize: size, numWorkers: 1)),
        0..<20)
      {
        #expect(a.0.equal(b.0))
        #expect(a.1.equal(b.1))
        #expect(a.1.dtype == b.1.dtype)
      }
    }
  }

  /// The relatives are found in folders of their own.
  @Test func readsFashionMNIST() throws {
    let train = try FashionMNIST(root: "nowhere", train: true)
    #expect(train.count == 60_000)
    #expect(train.classes[9] == "Ankle boot")
    #expect(train.targets[0].item(as: Int.self) == 9)
  }
}

private let isMNISTHere: Bool = {
  let data = ProcessInfo.processInfo.environment["MARTLET_DATA"] ?? ""
  let isHere = FileManager.default.fileExists(atPath: data + "/MNIST/raw")
  if !isHere { print("RealMNISTTests are skipped: MARTLET_DATA names no folder with MNIST/raw.") }
  return isHere
}()
