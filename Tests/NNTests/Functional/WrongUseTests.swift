import NN
import Tensors
import Testing

extension Seeded {
  /// An image without a channel axis is refused with the way to add one.
  @Test func imageWithoutChannels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv2d(1, 6, kernelSize: 5)(Tensor.rand(28, 28))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        conv2d: input must be a batch [N, C, H, W] or an image [C, H, W]
          input [28, 28]
        hint: add a channel axis with x.unsqueeze(0)

        """))
  }

  /// A wrong number of channels is marked in both shapes.
  @Test func wrongChannels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv2d(1, 6, kernelSize: 5)(Tensor.rand(64, 3, 28, 28))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        conv2d: input has 3 channels, and weight expects 1
          input  [64, 3, 28, 28]
                      ^
          weight [6, 1, 5, 5]
                     ^
        hint: the channel axis is the third from the last

        """))
  }

  /// A batch without a channel axis looks like one image of many channels, and the hint says so.
  @Test func batchWithoutChannels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv2d(1, 6, kernelSize: 5)(Tensor.rand(64, 28, 28))
    }
    #expect(stopText(result).contains("add a channel axis to a batch with x.unsqueeze(1)"))
  }

  /// A label outside the classes names its place and value.
  @Test func labelOutOfRange() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.crossEntropy(Tensor.zeros(3, 10), Tensor([1, 10, 2]))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        crossEntropy: the target at place 1 is 10, and there are 10 classes
          input [3, 10]
                    ^^
        hint: targets go from 0 to 9

        """))
  }

  /// Labels with fractions are refused.
  @Test func fractionalLabels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.nllLoss(Tensor.zeros(3, 10), Tensor([1.0, 2, 3]))
    }
    #expect(stopText(result).contains("target must hold class numbers, and is float32"))
  }

  /// A picture of bytes is refused with the way to convert it.
  @Test func imageOfBytes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv2d(1, 6, kernelSize: 5)(Tensor.zeros([1, 28, 28], dtype: .uint8))
    }
    #expect(stopText(result).contains("hint: convert it with input.to(.float32)"))
  }

  /// A kernel larger than the padded image is refused at the axis where it does not fit.
  @Test func kernelTooLarge() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.conv2d(Tensor.rand(1, 9, 3), Tensor.rand(1, 1, 5, 5))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        conv2d: the kernel covers 5 places, and the padded input has 3
          input  [1, 9, 3]
                        ^
          weight [1, 1, 5, 5]
                           ^
        hint: use a smaller kernel or more padding

        """))
  }

  /// A name that a sequence does not have is answered with those it has.
  @Test func unknownLayer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Sequential(["F6": Linear(2, 2), "relu6": ReLU()])["F8"]
    }
    #expect(stopText(result).contains("hint: there are F6, relu6"))
  }

  /// What PyTorch takes is taken: one sample for `Linear`, one image for `Conv2d`, one row of scores.
  @Test func inputsWithoutBatchAxis() {
    #expect(Linear(784, 256)(Tensor.rand(784)).shape == [256])
    #expect(Conv2d(1, 6, kernelSize: 5)(Tensor.rand(1, 28, 28)).shape == [6, 24, 24])
    #expect(MaxPool2d(2)(Tensor.rand(6, 28, 28)).shape == [6, 14, 14])
    #expect(F.crossEntropy(Tensor.rand(10), Tensor(3)).shape == [])
  }
}
