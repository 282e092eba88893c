/// What stands between the brackets of `x[...]`, one for each axis.
///
/// An `Int` picks one element of the axis and drops it, a range keeps a part, `.all` keeps all,
/// `.stride(by: 2)` keeps every second, `.newAxis` adds an axis, and `.ellipsis` stands for as many
/// `.all` as are needed. Negative numbers count from the end.
///
/// A tensor of whole numbers picks elements of an axis by their indices, one of truth values keeps
/// the elements where it holds; either copies them. Several such tensors pick in step.
///
///     x[0]; x[-1]; x[.all, 1..<3]; x[.ellipsis, 0]; x[.all, 1..., .stride(by: 2)]; x[labels .== 7]
///     logits[Tensor.arange(labels.count), labels]  // each row's score of its own label
public protocol TensorIndex {
  /// What the index selects.
  var selection: AxisSelection { get }
}

/// What an index selects along an axis.
public struct AxisSelection: TensorIndex, Sendable {
  package enum Kind: Sendable {
    case index(Int)
    /// Bounds as written, nil for the ends.
    case slice(from: Int?, to: Int?, step: Int)
    case newAxis
    case ellipsis
    /// Whole numbers that pick elements of an axis, or truth values that keep some.
    case tensor(Tensor)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// Itself.
  public var selection: AxisSelection { self }
}

extension AxisSelection {
  /// The same with a tensor of a single whole number as that number: it drops the axis and copies
  /// nothing, as in PyTorch.
  var withoutSingleTensor: AxisSelection {
    guard case .tensor(let tensor) = kind, tensor.ndim == 0, tensor.dtype != .bool,
      !tensor.dtype.isFloatingPoint
    else { return self }
    return AxisSelection(.index(tensor.item(as: Int.self)))
  }
}

extension TensorIndex where Self == AxisSelection {
  /// The whole axis, Python's `:`.
  public static var all: AxisSelection { .stride(by: 1) }

  /// A new axis of size one, Python's `None`.
  public static var newAxis: AxisSelection { AxisSelection(.newAxis) }

  /// The whole of all axes that no other index stands for, Python's `...`.
  public static var ellipsis: AxisSelection { AxisSelection(.ellipsis) }

  /// Every `step`-th element, Python's `from:to:step`.
  ///
  /// Bounds may be negative or left out.
  public static func stride(from: Int? = nil, to: Int? = nil, by step: Int) -> AxisSelection {
    if step < 1 {
      misuse("the step is \(step), but must be at least 1", in: "subscript", hint: "use flip")
    }
    return AxisSelection(.slice(from: from, to: to, step: step))
  }
}

extension Tensor: TensorIndex {
  /// The elements it picks or keeps.
  public final var selection: AxisSelection { AxisSelection(.tensor(self)) }
}

extension Int: TensorIndex {
  /// One element of the axis.
  public var selection: AxisSelection { AxisSelection(.index(self)) }
}

extension Range: TensorIndex where Bound == Int {
  /// The elements from the lower bound up to but not including the upper.
  public var selection: AxisSelection {
    AxisSelection(.slice(from: lowerBound, to: upperBound, step: 1))
  }
}

extension ClosedRange: TensorIndex where Bound == Int {
  /// The elements from the lower to the upper bound, both included.
  public var selection: AxisSelection {
    AxisSelection(.slice(from: lowerBound, to: upperBound == -1 ? nil : upperBound + 1, step: 1))
  }
}

extension PartialRangeFrom: TensorIndex where Bound == Int {
  /// The elements from the lower bound to the end.
  public var selection: AxisSelection {
    AxisSelection(.slice(from: lowerBound, to: nil, step: 1))
  }
}

extension PartialRangeUpTo: TensorIndex where Bound == Int {
  /// The elements before the upper bound.
  public var selection: AxisSelection {
    AxisSelection(.slice(from: nil, to: upperBound, step: 1))
  }
}

extension PartialRangeThrough: TensorIndex where Bound == Int {
  /// The elements up to and including the upper bound.
  public var selection: AxisSelection {
    AxisSelection(.slice(from: nil, to: upperBound == -1 ? nil : upperBound + 1, step: 1))
  }
}
