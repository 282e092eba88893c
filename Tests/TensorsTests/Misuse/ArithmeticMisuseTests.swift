import Tensors
import Testing

/// Operands that do not fit each other.
struct ArithmeticMisuseTests {
  /// A mask subtracted from one, which is mostly meant to invert it.
  @Test func oneMinusMask() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = 1 - Tensor([true, false])
    }
    #expect(
      message(of: stop) == """
        -: truth values have no difference
          rhs [2]
        hint: invert a mask with .!mask, or convert it: mask.to(.int64)
        """)
  }

  /// A fraction added to whole numbers in place.
  @Test func fractionInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor([1, 2]).addInPlace(0.5)
    }
    #expect(
      message(of: stop) == """
        addInPlace: a result of type float32 does not fit into int64
          self [2]
        hint: convert self first: x.to(.float32)
        """)
  }

  /// Whole numbers divided in place.
  @Test func divideInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1, 2])
      x /= Tensor([1, 2])
    }
    #expect(
      message(of: stop) == """
        divideInPlace: a result of type float32 does not fit into int64
          self  [2]
          other [2]
        hint: convert self first: x.to(.float32)
        """)
  }

  /// A sum in place that would grow.
  @Test func growInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(3)
      x += Tensor.ones(2, 3)
    }
    #expect(
      message(of: stop) == """
        addInPlace: the result would have another shape
          self  [3]
          other [2, 3]
        """)
  }

  /// Matrices whose inner sizes differ.
  @Test func innerSizes() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Tensor.ones(64, 784), Tensor.ones(256, 784))
    }
    #expect(
      message(of: stop) == """
        matmul: the sizes that must agree are 784 and 256
          lhs [64, 784]
                   ^^^
          rhs [256, 784]
               ^^^
        hint: the last axis of lhs meets the last but one of rhs; transpose one with t()
        """)
  }

  /// Matrices of two types.
  @Test func matmulTypes() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Tensor.ones(2, 2), Tensor([[1, 2], [3, 4]]))
    }
    #expect(
      message(of: stop) == """
        matmul: the types differ, float32 and int64
          lhs [2, 2]
          rhs [2, 2]
        hint: convert one: x.to(.float32)
        """)
  }

  /// Pictures that were not flattened.
  @Test func unflattened() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = linear(Tensor.ones(64, 1, 28, 28), Tensor.ones(10, 784))
    }
    #expect(
      message(of: stop) == """
        linear: the input's last axis must have the weight's second size
          input  [64, 1, 28, 28]
                             ^^
          weight [10, 784]
                      ^^^
        hint: flatten the input first, e.g. x.view(x.size(0), -1)
        """)
  }

  /// A mean of whole numbers.
  @Test func wholeMean() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([1, 2]).mean()
    }
    #expect(
      message(of: stop) == """
        mean: a floating point type is needed, not int64
          self [2]
        hint: convert it: x.to(.float32)
        """)
  }

  /// Bits of fractions.
  @Test func bits() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([1.0]) .& Tensor([1])
    }
    #expect(
      message(of: stop) == """
        .&: float32 has no bits to combine
          lhs [1]
          rhs [1]
        hint: compare first: (x .> 0) .& (y .> 0)
        """)
  }

  /// A condition that is no mask.
  @Test func condition() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = choose(Tensor([1, 0]), Tensor([1.0, 2]), 0.0)
    }
    #expect(
      message(of: stop) == """
        choose: the condition must be of truth values, not int64
          condition [2]
        hint: compare it: condition .!= 0
        """)
  }

  /// A device that is not there.
  @Test func device() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, device: .cuda)
    }
    #expect(
      message(of: stop) == """
        Tensor: there is no CUDA device
        hint: use `.cpu`
        """)
  }

  /// Padding in more axes than there are.
  @Test func padAxes() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(3).pad([1, 1, 1, 1])
    }
    #expect(
      message(of: stop) == """
        pad: two widths are needed for each padded axis
          self   [3]
          widths [1, 1, 1, 1]
        hint: [left, right] pads the last axis, [left, right, top, bottom] the last two
        """)
  }

  /// A mirror larger than the picture.
  @Test func padReflect() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(1, 3).pad([3, 0], mode: .reflect)
    }
    #expect(
      message(of: stop) == """
        pad: reflect has no more than 2 elements to add
          self   [1, 3]
                     ^
          widths [3, 0]
        """)
  }

  /// A picture without an axis of channels.
  @Test func padChannels() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(3).pad([1, 1], mode: .replicate)
    }
    #expect(
      message(of: stop) == """
        pad: replicate pads the last one, two or three axes of a tensor with one or two more
          self   [3]
          widths [1, 1]
        hint: add an axis of channels with x.unsqueeze(0)
        """)
  }

  /// A triangle of a vector.
  @Test func triangle() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(3).tril()
    }
    #expect(
      message(of: stop) == """
        tril: a matrix is needed
          self [3]
        hint: add an axis with x.unsqueeze(0)
        """)
  }

  /// Too few counts.
  @Test func repeats() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).repeat(2)
    }
    #expect(
      message(of: stop) == """
        repeat: one count that is not negative is needed for each axis
          self   [2, 3]
          counts [2]
        """)
  }

  /// Tensors joined that differ elsewhere.
  @Test func joined() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = cat([Tensor.ones(2, 3), Tensor.ones(2, 4)])
    }
    #expect(
      message(of: stop) == """
        cat: the shapes differ in more than the joined axis 0
          tensors[0] [2, 3]
          tensors[1] [2, 4]
        """)
  }

  /// One number of many.
  @Test func oneOfMany() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).item()
    }
    #expect(
      message(of: stop) == """
        item: there are 6 elements, not one
          self [2, 3]
        hint: pick one (x[0]) or reduce (x.mean()); x.scalars gives all
        """)
  }

  /// Nested arrays of different lengths.
  @Test func ragged() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([[1, 2], [3]])
    }
    #expect(
      message(of: stop) == """
        Tensor: the nested arrays have different counts
        hint: every array at one depth needs as many elements as the first, here [2, 2]
        """)
  }
}
