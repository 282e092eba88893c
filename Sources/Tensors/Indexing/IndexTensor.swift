/// The tensors among the indices of a subscript, and what the others leave for them to pick from.
///
/// Several tensors of indices are broadcast together and walked in step: `x[rows, columns]` picks
/// one element for each pair. A tensor of truth values stands for as many of whole numbers as it
/// has axes: where it holds, along each. What is picked stands where the tensors stand, or in front
/// when other indices lie between them, as in PyTorch.
struct IndexTensor {
  /// The other indices; `.all` stands for each axis that tensors pick along.
  let others: [AxisSelection]
  /// The axes of what the others leave, in the order in which those picked along are neighbours;
  /// nil when they are.
  let order: [Int]?
  /// The first axis they pick along, in that order.
  let axis: Int
  /// How many axes they pick along.
  let axes: Int
  /// The places picked along those axes taken as one: `int64`, one axis, none negative.
  let places: Tensor
  /// The shape in which the picked elements stand.
  let shape: [Int]

  /// Nil when no index is a tensor.
  init?(_ selections: [AxisSelection], in layout: StridedView) {
    guard selections.contains(where: \.isTensor) else { return nil }
    var others: [AxisSelection] = []
    var tensors: [(position: Int, tensor: Tensor)] = []
    for selection in selections {
      guard case .tensor(let tensor) = selection.kind else {
        others.append(selection)
        continue
      }
      if tensor.axesPicked == 0 {
        misuse(
          "a single truth value picks along no axis", in: "subscript",
          [Argument("self", layout.shape.array), Argument("index", tensor)],
          hint: "add an axis with x[.newAxis], or ask with if")
      }
      tensors.append((others.count, tensor))
      others += Array(repeating: .all, count: tensor.axesPicked)
    }
    self.others = others
    let target = layout.selecting(others).shape
    var places: [Tensor] = []
    var picked: [Int] = []
    for (position, tensor) in tensors {
      let axis = Self.keptAxes(Array(others[..<position]), all: others, ndim: layout.shape.count)
      let axes = Array(axis..<axis + tensor.axesPicked)
      places += Self.places(tensor, sizes: axes.map { target[$0] })
      picked += axes
    }
    let isTogether = picked.last! - picked[0] == picked.count - 1
    order = isTogether ? nil : picked + target.indices.filter { !picked.contains($0) }
    axis = isTogether ? picked[0] : 0
    axes = picked.count
    (self.places, shape) = Self.joined(places, sizes: picked.map { target[$0] })
  }

  /// The view that the others leave, with the axes that tensors pick along side by side.
  func part(of layout: StridedView) -> StridedView {
    let part = layout.selecting(others)
    return order.map(part.permuted) ?? part
  }

  /// Places along several axes as places along those axes taken as one.
  private static func joined(_ places: [Tensor], sizes: [Int]) -> (Tensor, [Int]) {
    guard places.count > 1 else { return (places[0].view(-1), places[0].shape) }
    return noGrad {
      var common = places[0].layout.shape
      for other in places.dropFirst() {
        guard let shape = broadcastShape(common, other.layout.shape) else {
          misuse(
            "the index tensors do not fit each other", in: "subscript",
            places.enumerated().map { Argument("index[\($0)]", $1) },
            hint: "compared from the last axis, sizes must be equal or 1; add axes with unsqueeze")
        }
        common = shape
      }
      var sum = Tensor.zeros(common.array, dtype: .int64)
      for (place, size) in zip(places, sizes) { sum = sum * size + place }
      return (sum.reshape(-1), common.array)
    }
  }

  /// How many axes are left of those that `before` stands for.
  private static func keptAxes(
    _ before: [AxisSelection], all: [AxisSelection], ndim: Int
  ) -> Int {
    var kept = 0
    for selection in before {
      switch selection.kind {
      case .slice, .newAxis: kept += 1
      case .index, .tensor: break
      case .ellipsis:
        let named = all.count { selection in
          switch selection.kind {
          case .index, .slice: true
          default: false
          }
        }
        kept += ndim - named
      }
    }
    return kept
  }

  /// Whole numbers, those counted from the back turned around, and each within its axis.
  static func places(_ indices: Tensor, size: Int, in operation: String = "subscript") -> Tensor {
    if indices.dtype.isFloatingPoint {
      misuse(
        "an index tensor has whole numbers or truth values, not \(indices.dtype.name)",
        in: operation, [Argument("index", indices)], hint: "convert it: x.to(.int64)")
    }
    let places = indices.scalars(as: Int.self).map { index in
      if index < -size || index >= size {
        misuse(
          "index \(index) is outside an axis of size \(size)", in: operation,
          [Argument("index", indices)])
      }
      return index < 0 ? index + size : index
    }
    return Tensor(scalars: places, shape: [places.count])
  }

  /// The places along each axis that an index tensor picks along, which have the given sizes.
  private static func places(_ index: Tensor, sizes: [Int]) -> [Tensor] {
    guard index.dtype == .bool else {
      return [places(index, size: sizes[0]).view(index.shape)]
    }
    if index.shape != sizes {
      misuse(
        "a tensor of truth values needs the shape of the axes it selects from", in: "subscript",
        [Argument("axes", sizes), Argument("mask", index)])
    }
    return noGrad { index.nonzero().unbind(1) }
  }
}

extension AxisSelection {
  fileprivate var isTensor: Bool {
    if case .tensor = kind { true } else { false }
  }
}

extension Tensor {
  /// How many axes this tensor picks along as an index.
  fileprivate final var axesPicked: Int { dtype == .bool ? ndim : 1 }
}
