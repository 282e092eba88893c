import Tensors
import Testing

/// Indices that do not fit.
struct IndexMisuseTests {
  /// Index tensors that do not broadcast.
  @Test func indexTensors() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(4, 5)[Tensor([0, 1]), Tensor([0, 1, 2])]
    }
    #expect(
      message(of: stop) == """
        subscript: the index tensors do not fit each other
          index[0] [2]
          index[1] [3]
        hint: compared from the last axis, sizes must be equal or 1; add axes with unsqueeze
        """)
  }

  /// A mask of another shape.
  @Test func mask() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3)[Tensor([true, false, true])]
    }
    #expect(
      message(of: stop) == """
        subscript: a tensor of truth values needs the shape of the axes it selects from
          axes [2]
          mask [3]
        """)
  }

  /// A fraction as an index.
  @Test func fraction() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3)[Tensor([0.0])]
    }
    #expect(
      message(of: stop) == """
        subscript: an index tensor has whole numbers or truth values, not float32
          index [1]
        hint: convert it: x.to(.int64)
        """)
  }

  /// More indices than axes.
  @Test func tooMany() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3)[0, 0, 0]
    }
    #expect(
      message(of: stop) == """
        subscript: 3 indices for 2 axes
          self [2, 3]
        """)
  }

  /// A value that does not fit.
  @Test func value() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, 3)
      x[0] = Tensor([1.0, 2])
    }
    #expect(
      message(of: stop) == """
        subscript assignment: the value does not fit the selected part
          part  [3]
          value [2]
        """)
  }

  /// A value that does not fit picked elements.
  @Test func pickedValue() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor.ones(2, 3)
      x[Tensor([0, 1]), Tensor([0, 1])] = Tensor([1.0, 2, 3])
    }
    #expect(
      message(of: stop) == """
        subscript assignment: the value does not fit the selected elements
          part  [2]
          value [3]
        """)
  }

  /// A gather whose index has too few axes.
  @Test func gatherAxes() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).gather(1, Tensor([0, 1]))
    }
    #expect(
      message(of: stop) == """
        gather: the index has 1 axes and self 2
          self  [2, 3]
          index [2]
        hint: they need the same number of axes: index.unsqueeze(1) adds one
        """)
  }

  /// A gather outside its axis: a label that no class has.
  @Test func gatherLabel() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).gather(1, Tensor([[0], [3]]))
    }
    #expect(
      message(of: stop) == """
        gather: index 3 is outside an axis of size 3
          self  [2, 3]
                    ^
          index [2, 1]
        """)
  }

  /// A gather with more rows than there are.
  @Test func gatherRows() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).gather(1, Tensor([[0], [1], [2]]))
    }
    #expect(
      message(of: stop) == """
        gather: the index is larger than self
          self  [2, 3]
                 ^
          index [3, 1]
                 ^
        """)
  }

  /// A scatter from too few elements.
  @Test func scatterSource() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(2, 3).scatter(1, Tensor([[0, 1], [1, 2]]), Tensor.ones(2, 1))
    }
    #expect(
      message(of: stop) == """
        scatter: the index is larger than source
          source [2, 1]
                     ^
          index  [2, 2]
                     ^
        """)
  }

  /// A scatter of another type.
  @Test func scatterType() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(2).scatterAdd(0, Tensor([0, 1]), Tensor([1, 2]))
    }
    #expect(
      message(of: stop) == """
        scatterAdd: the source is int64 and self float32
          self   [2]
          source [2]
        hint: convert it: source.to(.float32)
        """)
  }

  /// An index that is no whole number.
  @Test func gatherType() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(2).gather(0, Tensor([0.0]))
    }
    #expect(
      message(of: stop) == """
        gather: the index has whole numbers, not float32
          index [1]
        hint: convert it: index.to(.int64)
        """)
  }

  /// Parts that do not fit their indices.
  @Test func addedParts() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(3, 2).indexAdd(0, Tensor([0, 1]), Tensor.ones(3, 2))
    }
    #expect(
      message(of: stop) == """
        indexAdd: the source needs one part of self's type for each index, of shape [2, 2]
          self   [3, 2]
          index  [2]
          source [3, 2]
        """)
  }

  /// A label out of range.
  @Test func label() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = oneHot(Tensor([1, 3]), numClasses: 3)
    }
    #expect(
      message(of: stop) == """
        oneHot: the label at place 1 is 3, and there are 3 classes
          labels [2]
        hint: labels go from 0 to 2
        """)
  }

  /// Labels that are no whole numbers.
  @Test func oneHotType() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = oneHot(Tensor([1.0]))
    }
    #expect(
      message(of: stop) == """
        oneHot: labels are whole numbers, not float32
          labels [1]
        hint: convert them: labels.to(.int64)
        """)
  }

  /// More of the largest than there are.
  @Test func tooManyLargest() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).topk(4)
    }
    #expect(
      message(of: stop) == """
        topk: 4 elements of an axis of size 3
          self [2, 3]
                   ^
        hint: k goes from 0 to 3
        """)
  }

  /// A mask that is none.
  @Test func noMask() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2).maskedSelect(Tensor([1, 0]))
    }
    #expect(
      message(of: stop) == """
        maskedSelect: the mask must be of truth values, not int64
          mask [2]
        hint: compare it: mask .!= 0
        """)
  }

  /// A part that is not there.
  @Test func missingPart() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).narrow(1, start: 2, length: 2)
    }
    #expect(
      message(of: stop) == """
        narrow: 2 elements from 2 on do not lie in an axis of size 3
          self [2, 3]
                   ^
        """)
  }

  /// An axis that is not there.
  @Test func missingAxis() async {
    let stop = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.ones(2, 3).cumsum(dim: 2)
    }
    #expect(
      message(of: stop) == """
        cumsum: there is no axis 2
          self [2, 3]
        hint: axes go from 0 to 1, or from -2 to -1 counted from the back
        """)
  }
}
