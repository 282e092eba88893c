import Testing

@testable import Vision

/// The digits that the library draws.
struct StandInTests {
  /// The same pictures on every machine: a sum over the first hundred of each half, and their
  /// first labels, are pinned.
  @Test func drawsTheSameDigitsEverywhere() {
    let train = StandIn.draw(train: true, count: 100)
    let test = StandIn.draw(train: false, count: 100)
    #expect(train.images.shape == [100, 28, 28])
    #expect(Array(train.labels.bytes.prefix(10)) == [2, 5, 9, 7, 0, 3, 9, 6, 3, 9])
    #expect(Array(test.labels.bytes.prefix(10)) == [0, 5, 7, 5, 5, 2, 3, 9, 3, 0])
    #expect(fingerprint(train.images.bytes) == 15_972_218_644_173_650_455)
    #expect(fingerprint(test.images.bytes) == 6_470_852_199_925_360_901)
  }

  /// A picture of each digit is mostly paper, and its ink lies around the middle.
  @Test func looksLikeMNIST() throws {
    let drawn = StandIn.draw(train: true, count: 1000)
    let mean = Double(drawn.images.bytes.reduce(0) { $0 + Int($1) }) / 784_000 / 255
    #expect((0.1...0.18).contains(mean))
    #expect(Set(drawn.labels.bytes) == Set(0...9))
    for picture in 0..<1000 {
      let pixels = drawn.images.bytes[picture * 784..<(picture + 1) * 784]
      #expect(pixels.filter { $0 > 60 }.count > 25)
    }
  }

  /// Nearest mean picture, the weakest of classifiers, already reads most of them: the labels are
  /// right, and the digits differ among themselves.
  @Test func canBeLearned() {
    let train = StandIn.draw(train: true, count: 2000)
    let test = StandIn.draw(train: false, count: 500)
    var means = [[Float]](repeating: [Float](repeating: 0, count: 784), count: 10)
    var counts = [Float](repeating: 0, count: 10)
    for (index, label) in train.labels.bytes.enumerated() {
      counts[Int(label)] += 1
      for pixel in 0..<784 {
        means[Int(label)][pixel] += Float(train.images.bytes[index * 784 + pixel])
      }
    }
    for label in 0..<10 { means[label] = means[label].map { $0 / counts[label] } }
    var correct = 0
    for (index, label) in test.labels.bytes.enumerated() {
      let distances = means.map { mean in
        (0..<784).reduce(Float(0)) { sum, pixel in
          let gap = mean[pixel] - Float(test.images.bytes[index * 784 + pixel])
          return sum + gap * gap
        }
      }
      if distances.firstIndex(of: distances.min()!) == Int(label) { correct += 1 }
    }
    #expect(correct > 350 && correct < 500)
  }
}
