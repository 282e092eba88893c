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

  /// A sequence without a channel axis is refused with the way to add one.
  @Test func sequenceWithoutChannels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv1d(1, 6, kernelSize: 5)(Tensor.rand(28))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        conv1d: input must be a batch [N, C, L] or a sequence [C, L]
          input [28]
        hint: add a channel axis with x.unsqueeze(0)

        """))
  }

  /// A layer norm of other sizes is refused at the axis that differs.
  @Test func wrongNormalizedShape() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = LayerNorm([5, 4])(Tensor.rand(2, 5, 3))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        layerNorm: the last axes of input must be [5, 4]
          input [2, 5, 3]
                       ^
        hint: make the layer for the sizes of the last axes, such as LayerNorm(x.size(-1))

        """))
  }

  /// A number that an embedding has no vector for is named with its place.
  @Test func wordOutOfRange() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Embedding(10, 3)(Tensor([[1, 2], [10, 3]]))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        embedding: the number at place 2 is 10, and there are 10 rows
          input  [2, 2]
          weight [10, 3]
                  ^^
        hint: numbers go from 0 to 9

        """))
  }

  /// Words that are no whole numbers are refused.
  @Test func wordsWithFractions() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Embedding(10, 3)(Tensor([1.0, 2.0]))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        embedding: input must hold whole numbers, and is float32
          input [2]
        hint: convert it with input.to(.int64)

        """))
  }

  /// A target that would broadcast is refused with the way to bring it to the shape.
  @Test func targetOfAnotherShape() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.mseLoss(Tensor.rand(4, 1), Tensor.rand(4))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        mseLoss: input and target must have one shape
          input  [4, 1]
          target [4]
        hint: bring target to it with target.view([4, 1])

        """))
  }

  /// Scores are no probabilities, and the message says what to do with them.
  @Test func scoresAsProbabilities() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.binaryCrossEntropy(Tensor([2.0, -1.0]), Tensor([1.0, 0.0]))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        binaryCrossEntropy: all elements of input must be from 0 to 1
          input [2]
        hint: apply a sigmoid first, or take binaryCrossEntropyWithLogits

        """))
  }

  /// Two types in one operation are refused with a way to convert one.
  @Test func otherTypes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = F.huberLoss(Tensor.rand(4), Tensor.rand([4], dtype: .float64))
    }
    #expect(
      stopText(result).hasPrefix(
        """
        huberLoss: input is float32 and target is float64
          input  [4]
          target [4]
        hint: convert one of them, such as with input.to(.float64)

        """))
  }

  /// A padding that is none is refused when the layer is made.
  @Test func unknownPadding() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Conv2d(1, 6, kernelSize: 5, padding: "full")
    }
    #expect(
      stopText(result).hasPrefix(
        """
        Padding: "full" is no padding
        hint: write "same", "valid" or a number of places

        """))
  }

  /// A second backward pass through freed values names the loss.
  @Test func nestedUseOfALoss() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let loss = F.mseLoss(doubles(3), doubles(3, seed: 2))
      loss.backward()
      loss.backward()
    }
    #expect(
      stopText(result).hasPrefix(
        """
        backward: the gradients of MseLossBackward0 were computed before and its values are freed
        hint: compute the loss again, or call backward(retainGraph: true) the first time

        """))
  }

  /// A parameter in two groups is refused.
  @Test func parameterTwice() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let layer = Linear(2, 2)
      _ = SGD([ParameterGroup(layer.parameters()), ParameterGroup([layer.weight])])
    }
    #expect(
      stopText(result).hasPrefix(
        """
        SGD: a parameter is there twice
        hint: each parameter belongs to one group, and once

        """))
  }

  /// An option that an optimizer does not have is answered with those it has.
  @Test func optionOfAnotherOptimizer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SGD(Linear(2, 2).parameters()).parameterGroups[0][.beta1]
    }
    #expect(
      stopText(result).hasPrefix(
        """
        ParameterGroup: there is no option .beta1
        hint: there are .lr, .momentum, .dampening, .weightDecay, .nesterov, .maximize

        """))
  }
}
