/// The tensor among the indices of a subscript, and what the others leave for it to pick from.
struct IndexTensor {
  /// The other indices; `.all` stands for the tensor.
  let others: [AxisSelection]
  /// The first axis it picks along, once the other indices have been applied.
  let axis: Int
  /// How many axes it picks along: one, or for truth values as many as they have.
  let axes: Int
  /// The places it picks along those axes taken as one: `int64`, one axis, none negative.
  let places: Tensor
  /// The shape in which the picked elements stand.
  let shape: [Int]

  /// Nil when no index is a tensor.
  init?(_ selections: [AxisSelection], in layout: StridedView) {
    guard let (position, tensor) = Self.find(selections) else { return nil }
    axes = tensor.dtype == .bool ? Swift.max(tensor.ndim, 1) : 1
    let gap = [AxisSelection](repeating: .all, count: axes)
    let before = Array(selections[..<position])
    others = before + gap + selections[(position + 1)...]
    axis = Self.keptAxes(before, all: others, ndim: layout.shape.count)
    let target = layout.selecting(others).shape.array
    if axis + axes > target.count {
      misuse("more indices than axes", in: "subscript", [Argument("self", layout.shape.array)])
    }
    let sizes = Array(target[axis..<axis + axes])
    if tensor.dtype == .bool {
      places = Self.places(holding: tensor, sizes)
      shape = places.shape
    } else {
      places = Self.places(tensor, size: sizes[0])
      shape = tensor.shape
    }
  }

  private static func find(_ selections: [AxisSelection]) -> (Int, Tensor)? {
    var found: (Int, Tensor)?
    for (position, selection) in selections.enumerated() {
      guard case .tensor(let tensor) = selection.kind else { continue }
      if found != nil {
        misuse(
          "only one index can be a tensor", in: "subscript",
          hint: "index in two steps, or flatten both axes and compute the index")
      }
      found = (position, tensor)
    }
    return found
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

  /// Where truth values hold.
  private static func places(holding mask: Tensor, _ sizes: [Int]) -> Tensor {
    if mask.shape != sizes {
      misuse(
        "a tensor of truth values needs the shape of the axes it selects from", in: "subscript",
        [Argument("axes", sizes), Argument("mask", mask)])
    }
    let holds = mask.scalars(as: Bool.self)
    let places = holds.indices.filter { holds[$0] }
    return Tensor(scalars: places, shape: [places.count])
  }
}
