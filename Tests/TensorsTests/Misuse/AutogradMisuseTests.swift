import Tensors
import Testing

/// What the tape refuses.
struct AutogradMisuseTests {
  /// A view of a leaf changed while gradients are recorded.
  @Test func viewOfLeaf() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, 3, requiresGrad: true)
      x[0] *= 2
    }
    #expect(
      message(of: stop) == """
        multiplyInPlace: a view of a leaf that requires gradients cannot be changed in place \
        while they are recorded
          self [3]
          leaf [2, 3]
        hint: wrap the change in noGrad { }, or change a clone()
        """)
  }

  /// A leaf whose part is assigned while gradients are recorded.
  @Test func partOfLeaf() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, 3, requiresGrad: true)
      x[.all, 0] = Tensor(0.0)
    }
    #expect(
      message(of: stop) == """
        subscript assignment: a leaf that requires gradients cannot be changed in place while \
        they are recorded
          self [2, 3]
        hint: wrap the change in noGrad { }
        """)
  }

  /// A view made without recording, changed with it.
  @Test func viewMadeInNoGrad() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, requiresGrad: true) * 1
      let part = noGrad { x[0] }
      part += x[1]
    }
    #expect(
      message(of: stop) == """
        addInPlace: a view made inside noGrad cannot be changed in place outside, since it is \
        unclear whether gradients should see it
          self []
        hint: make the view outside noGrad, change it inside, or change a clone()
        """)
  }

  /// A loss that is not a number.
  @Test func lossIsNotANumber() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([-1.0], requiresGrad: true)
      x.log().sum().backward()
    }
    #expect(
      message(of: stop) == """
        backward: the loss is nan
          self []
        hint: lower the learning rate, look for log(0) or a division by zero \
        (x.isfinite().all()), or pass gradient: to go on all the same
        """)
  }

  /// A gradient of a gradient.
  @Test func createGraph() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      (x * x).backward(createGraph: true)
    }
    #expect(
      message(of: stop) == """
        backward: gradients of gradients are not recorded
        hint: write the first gradient as a function of its own, and call backward() on that
        """)
  }

  /// A second pass over a graph through `grad(of:with:)`.
  @Test func secondGrad() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      let y = x * x
      _ = grad(of: y, with: x)
      _ = grad(of: y, with: x)
    }
    #expect(
      message(of: stop) == """
        backward: the gradients of MulBackward0 were computed before and its values are freed
        hint: compute the loss again, or call backward(retainGraph: true) the first time
        """)
  }

  /// A tensor that a result does not depend on.
  @Test func unusedInput() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      let y = Tensor([2.0, 3], requiresGrad: true)
      _ = grad(of: x * x, with: [x, y])
    }
    #expect(
      message(of: stop) == """
        grad: output does not depend on inputs[1]
          output    [1]
          inputs[1] [2]
        hint: leave it out, or pass allowUnused: true for zeros
        """)
  }

  /// A tensor that was made without gradients.
  @Test func gradOfPlain() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0], requiresGrad: true)
      _ = grad(of: x * 2, with: Tensor([1.0]))
    }
    #expect(
      message(of: stop) == """
        grad: inputs[0] was made without gradients
          inputs[0] [1]
        hint: make it with requiresGrad: true
        """)
  }

  /// A tensor without any gradient.
  @Test func backwardOfPlain() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor(1.0).backward()
    }
    #expect(
      message(of: stop) == """
        backward: no gradient was recorded for this tensor
          self []
        hint: make its inputs with requiresGrad: true, and compute it outside noGrad
        """)
  }

  /// A hook of a tensor without gradients.
  @Test func hookOfPlain() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor([1.0, 2]).retainGrad()
    }
    #expect(
      message(of: stop) == """
        retainGrad: this tensor gets no gradient
          self [2]
        hint: make it, or what it is computed from, with requiresGrad: true
        """)
  }

  /// A hook that gives another shape.
  @Test func hookOfAnotherShape() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1.0, 2], requiresGrad: true)
      x.registerHook { $0.sum() }
      x.sum().backward()
    }
    #expect(
      message(of: stop) == """
        registerHook: the hook gave a gradient of another shape or type (float32 for float32)
          gradient    [2]
          replacement []
        """)
  }

  /// Whole numbers have no gradients.
  @Test func wholeNumbers() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor([1, 2], requiresGrad: true)
    }
    #expect(
      message(of: stop) == """
        requiresGrad: only floating point tensors can have gradients, and this one is int64
          self [2]
        hint: convert it: x.to(.float32)
        """)
  }

  /// Results cannot end their own recording.
  @Test func resultsRequiresGrad() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let y = Tensor([1.0], requiresGrad: true) * 2
      y.requiresGrad = false
    }
    #expect(
      message(of: stop) == """
        requiresGrad: only a leaf tensor can change it, and this one is a result (MulBackward0)
          self [1]
        hint: use detach() for a copy without it
        """)
  }

  /// A gradient of another shape.
  @Test func gradientOfAnotherShape() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Tensor([1.0, 2], requiresGrad: true).exp().backward(gradient: Tensor([1.0]))
    }
    #expect(
      message(of: stop) == """
        backward: the gradient has another shape
          self     [2]
          gradient [1]
        """)
  }
}
