import Tensors

extension Operation {
  private static let i = OperationInputs.shared.i
  private static let row = Tensor([0, 1, 1])
  private static let column = Tensor([2, 0, 3])

  static let indexing: [Operation] = subscripts + picking

  private static let subscripts: [Operation] = [
    Operation("indexRows") { a, _, _ in a[.all, Tensor([2, 0, 2])] },
    Operation("indexPairs") { _, b, _ in b[Tensor([0, 2, 2]), column] },
    Operation("indexApart") { a, _, _ in a[row, .all, column] },
    Operation("indexTogether") { a, _, _ in a[.all, Tensor([[0], [2]]), Tensor([1, 3])] },
    Operation("indexThree") { a, _, _ in a[row, Tensor([2, 2, 0]), column] },
    Operation("indexNewAxis") { a, _, _ in a[Tensor([1]), .newAxis, Tensor([0, 1])] },
    Operation("indexMaskAndWhole") { a, _, _ in a[Tensor([false, true]), .all, Tensor([3, 1])] },
    Operation("indexNegative") { _, b, _ in b[Tensor([-1, 0]), Tensor([-2, 1])] },
    Operation("indexMask") { a, _, _ in a[a .> 0.3] },
    Operation("indexMaskRows") { a, _, _ in a[.all, Tensor([true, false, true])] },
  ]

  private static let picking: [Operation] = [
    Operation("indexSelect") { a, _, _ in a.indexSelect(2, Tensor([3, 3, 0])) },
    Operation("maskedSelect") { a, b, _ in a.maskedSelect(b .> 0) },
    Operation("nonzero") { _, _, _ in (OperationInputs.shared.n .> 4).nonzero() },
    Operation("gather0") { _, b, _ in b.gather(0, i) },
    Operation("gather2") { a, _, _ in a.gather(2, Tensor([[[0, 3], [1, 1]]])) },
    Operation("scatter") { a, b, _ in b.scatter(0, Tensor([[2, 0, 1, 0]]), a[0, ..<1]) },
    Operation("scatterNumber") { _, b, _ in b.scatter(1, Tensor([[1, 3], [0, 2]]), 7) },
    Operation("scatterAdd") { a, b, _ in b.scatterAdd(0, i, a[1, ..<2]) },
    Operation("indexAdd") { _, b, p in b.indexAdd(0, Tensor([2, 0, 2]), p[0], scale: 2) },
    Operation("oneHot") { _, _, _ in oneHot(Tensor([[0, 2], [1, 1]]), numClasses: 4) },
    Operation("oneHotOpen") { _, _, _ in oneHot(Tensor([3, 1])) },
  ]

  static let inPlace: [Operation] = [
    Operation("assignPart") { a, b, _ in changed(a) { $0[0] = b } },
    Operation("assignPairs") { _, b, p in
      changed(b) { $0[Tensor([0, 2]), Tensor([1, 3])] = p[0, 0, ..<2] }
    },
    Operation("assignApart") { a, _, p in
      changed(a) { $0[Tensor([1, 0]), .all, Tensor([3, 1])] = p[0, .all, ..<1].t() }
    },
    Operation("viewMultiplied") { a, b, _ in changed(a) { $0[1].multiplyInPlace(b) } },
    Operation("viewOfView") { a, _, p in
      changed(a) { $0.view(6, 4)[1..<5].t()[2].addInPlace(p[0, 0]) }
    },
    Operation("viewSquared") { a, _, _ in changed(a) { $0[.all, 1].powInPlace(2) } },
    Operation("viewAssigned") { a, b, _ in
      changed(a) {
        let part = $0[1]
        part[.all, Tensor([0, 2])] = b[.all, ..<2]
      }
    },
    Operation("viewsFollow") { a, b, p in
      let t = a * 1
      let part = t[0]
      let other = t[.all, 0]
      part.multiplyInPlace(b)
      t.addInPlace(p)
      other.expInPlace()
      return part * other.sum()
    },
    Operation("clampInPlace") { a, _, _ in changed(a) { $0.clampInPlace(min: -0.5, max: 0.5) } },
    Operation("maskedFillInPlace") { a, _, _ in changed(a) { $0.maskedFillInPlace($0 .> 0, 1) } },
    Operation("scatterInPlace") { a, b, _ in
      changed(b) { $0.scatterInPlace(0, Tensor([[2, 0]]), a[0, ..<1, ..<2]) }
    },
    Operation("indexAddInPlace") { _, b, p in
      changed(b) { $0.indexAddInPlace(0, Tensor([1, 1]), p[0, ..<2]) }
    },
  ]
}
