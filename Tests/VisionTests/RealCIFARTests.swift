import Foundation
import Tensors
import TestSupport
import Testing

@testable import Vision

/// The official files, where `MARTLET_DATA` points to them; numbers read with NumPy.
@Suite(.ownGenerator, .enabled(if: isCIFARHere, "MARTLET_DATA holds no CIFAR-10"))
struct RealCIFARTests {
  /// Sizes, first labels and the sum of all values of both halves.
  @Test func isTheOfficialSet() throws {
    let train = try CIFAR10(root: "nowhere", train: true, transform: ToTensor())
    #expect(train.count == 50_000)
    #expect(train.targets[0..<10].scalars == [6, 9, 9, 4, 1, 1, 2, 7, 8, 3])
    #expect(train.data.sum().item(as: Int.self) == 18_540_682_003)
    #expect(train.targets.sum().item(as: Int.self) == 225_000)
    #expect(fingerprint(train.data[7].scalars(as: UInt8.self)) == 11_935_340_225_396_381_581)
    let (image, label) = train[99]
    #expect(image.shape == [3, 32, 32])
    #expect(train.classes[label] == "automobile")
    let test = try CIFAR10(root: "data", train: false)
    #expect(test.count == 10_000)
    #expect(test.targets[0..<10].scalars == [3, 8, 8, 0, 6, 6, 1, 6, 3, 1])
    #expect(test.data.sum().item(as: Int.self) == 3_733_375_634)
    #expect(
      "\(test)" == """
        Dataset CIFAR10
            Number of datapoints: 10000
            Root location: data
            Split: Test
        """)
  }

  /// Airplanes and birds, as the tutorial picks them.
  @Test func airplanesAndBirds() throws {
    let train = try CIFAR10(root: "nowhere", train: true, transform: ToTensor())
    let cifar2 = train.filter(classes: ["airplane", "bird"])
    #expect(cifar2.count == 10_000)
    #expect(cifar2.classes == ["airplane", "bird"])
    #expect(cifar2.targets[0..<8].scalars == [1, 1, 1, 1, 0, 0, 0, 1])
    let (images, labels) = try #require(
      DataLoader(cifar2, batchSize: 4).makeIterator().next())
    #expect(images.shape == [4, 3, 32, 32])
    #expect(labels.scalars == [1, 1, 1, 1])
    #expect(images[0].scalars == cifar2[0].0.scalars)
  }
}

private let isCIFARHere: Bool = {
  let data = ProcessInfo.processInfo.environment["MARTLET_DATA"] ?? ""
  let isHere = ["cifar-10-batches-bin", "cifar-10-binary.tar.gz"].contains {
    FileManager.default.fileExists(atPath: data + "/" + $0)
  }
  if !isHere { print("RealCIFARTests are skipped: MARTLET_DATA names no folder with CIFAR-10.") }
  return isHere
}()
