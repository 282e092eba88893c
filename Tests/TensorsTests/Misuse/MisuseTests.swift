import Tensors
import Testing

/// Wrong use stops with one message, pinned whole.
struct MisuseTests {
  /// The text shows the operation, every argument with its shape, carets and a cure.
  @Test func text() {
    let text = misuseText(
      "the sizes that must agree are 784 and 256", in: "matmul",
      [Argument("lhs", [64, 784], at: 1), Argument("weight", [256, 128], at: 0)],
      hint: "transpose one with t()")
    #expect(
      text == """
        matmul: the sizes that must agree are 784 and 256
          lhs    [64, 784]
                      ^^^
          weight [256, 128]
                  ^^^
        hint: transpose one with t()
        """)
    #expect(misuseText("no", in: "x", [Argument("self", [])]) == "x: no\n  self []")
  }

  /// Shapes that do not broadcast.
  @Test func broadcasting() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3) + Tensor.ones(4)
    }
    #expect(
      message(of: stop) == """
        +: the shapes do not fit each other
          lhs [2, 3]
                  ^
          rhs [4]
               ^
        hint: compared from the last axis, sizes must be equal or 1; add axes with unsqueeze
        """)
  }

  /// A view of elements that cannot be shared.
  @Test func view() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).t().view(6)
    }
    #expect(
      message(of: stop) == """
        view: no strides fit the new shape, since the elements do not lie in reading order
          self  [3, 2]
          shape [6]
        hint: use reshape, which copies when it must
        """)
  }

  /// A shape of another count.
  @Test func count() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).reshape(4, -1)
    }
    #expect(
      message(of: stop) == """
        reshape: 6 elements do not fit the new shape
          self  [2, 3]
          shape [4, -1]
        hint: the product of the sizes must be 6; one of them can be -1
        """)
  }

  /// An index outside its axis.
  @Test func index() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3)[0..., 3]
    }
    #expect(
      message(of: stop) == """
        subscript: index 3 is outside an axis of size 3
          self [2, 3]
                   ^
        """)
  }

  /// An index in a tensor outside its axis.
  @Test func indexInTensor() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3)[.all, Tensor([0, 5])]
    }
    #expect(
      message(of: stop) == """
        subscript: index 5 is outside an axis of size 3
          index [2]
        """)
  }

  /// Whole numbers divided by zero stop before any thread works on them.
  @Test func wholeDivision() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([1, 2]).remainder(0)
    }
    #expect(
      message(of: stop) == """
        remainder: whole numbers cannot be divided by zero
          self [2]
        """)
  }

  /// A second pass over a graph that was freed.
  @Test func secondBackward() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      let y = x * x
      y.backward()
      y.backward()
    }
    #expect(
      message(of: stop) == """
        backward: the gradients of MulBackward0 were computed before and its values are freed
        hint: compute the loss again, or call backward(retainGraph: true) the first time
        """)
  }

  /// A value that a gradient needs was overwritten.
  @Test func changedInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      let y = Tensor([2.0])
      let z = x * y
      y += 1
      z.backward()
    }
    #expect(
      message(of: stop) == """
        backward of MulBackward0: a value needed for this gradient was changed in place after it \
        was computed (it is at version 1, expected 0)
          value [1]
        hint: replace the change in place (`+=`, `x[i] = ...`, `...InPlace`) by a new tensor
        """)
  }

  /// A leaf changed while gradients are recorded.
  @Test func leafInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor.ones(2, requiresGrad: true).addInPlace(Tensor([1.0, 1]))
    }
    #expect(
      message(of: stop) == """
        addInPlace: a leaf that requires gradients cannot be changed in place while they are recorded
          self [2]
        hint: wrap the change in noGrad { }
        """)
  }

  /// A result of many elements has no implied gradient.
  @Test func backwardOfMany() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      (Tensor.ones(2, requiresGrad: true) * 2).backward()
    }
    #expect(
      message(of: stop) == """
        backward: only a single number has an implied gradient
          self [2]
        hint: reduce it first (x.sum(), x.mean()), or pass gradient:
        """)
  }

  /// Elements repeated by `expand` share memory.
  @Test func expandedInPlace() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor.ones(2, 1).expand(2, 3).addInPlace(1)
    }
    #expect(
      message(of: stop) == """
        addInPlace: elements repeated by expand cannot be changed one by one
          self [2, 3]
                   ^
        hint: change a clone()
        """)
  }
}
