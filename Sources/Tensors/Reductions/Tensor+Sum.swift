extension Tensor {
  /// The sum of all elements; `int64` for whole numbers and truth values.
  public final func sum(dtype: DType? = nil) -> Tensor { sum(dim: [], dtype: dtype) }

  /// The sum over an axis.
  public final func sum(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    sum(dim: [dim], keepDim: keepDim, dtype: dtype)
  }

  /// The sum over axes, all of them for an empty list.
  ///
  ///     Tensor([[1.0, 2], [3, 4]]).sum(dim: [0])  // tensor([4., 6.])
  public final func sum(dim: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    if let dtype, dtype != self.dtype {
      return to(dtype).sum(dim: dim, keepDim: keepDim)
    }
    let axes = axes(dim, in: "sum")
    let type = self.dtype.isFloatingPoint ? self.dtype : .int64
    let result = reduced(.sum, axes, keepDim: keepDim, as: type)
    return record(result, self) {
      SumBackward(self, axes, scale: 1, dim.isEmpty ? "SumBackward0" : "SumBackward1")
    }
  }

  /// The mean of all elements.
  public final func mean() -> Tensor { mean(dim: []) }

  /// The mean over an axis.
  public final func mean(dim: Int, keepDim: Bool = false) -> Tensor {
    mean(dim: [dim], keepDim: keepDim)
  }

  /// The mean over axes, all of them for an empty list.
  ///
  /// Whole numbers must be converted first.
  public final func mean(dim: [Int], keepDim: Bool = false) -> Tensor {
    checkFloating("mean")
    let axes = axes(dim, in: "mean")
    let result = reduced(.sum, axes, keepDim: keepDim, as: dtype)
    let divisor = axes.reduce(1) { $0 * layout.shape[$1] }
    device.backend.binary(
      .divide, result.layout, .scalar(.int(divisor)), into: result.layout)
    return record(result, self) {
      SumBackward(
        self, axes, scale: 1 / Double(divisor), dim.isEmpty ? "MeanBackward0" : "MeanBackward1")
    }
  }

  /// Whether any element is not zero.
  public final func any() -> Tensor {
    reduced(.any, axes([], in: "any"), keepDim: false, as: .bool)
  }

  /// Whether any element along an axis is not zero.
  public final func any(dim: Int, keepDim: Bool = false) -> Tensor {
    any(dim: [dim], keepDim: keepDim)
  }

  /// Whether any element over axes is not zero.
  public final func any(dim: [Int], keepDim: Bool = false) -> Tensor {
    reduced(.any, axes(dim, in: "any"), keepDim: keepDim, as: .bool)
  }

  /// Whether no element is zero.
  public final func all() -> Tensor {
    reduced(.all, axes([], in: "all"), keepDim: false, as: .bool)
  }

  /// Whether no element along an axis is zero.
  public final func all(dim: Int, keepDim: Bool = false) -> Tensor {
    all(dim: [dim], keepDim: keepDim)
  }

  /// Whether no element over axes is zero.
  public final func all(dim: [Int], keepDim: Bool = false) -> Tensor {
    reduced(.all, axes(dim, in: "all"), keepDim: keepDim, as: .bool)
  }

  final func checkFloating(_ operation: String) {
    if dtype.isFloatingPoint { return }
    misuse(
      "a floating point type is needed, not \(dtype.name)", in: operation,
      [Argument("self", self)], hint: "convert it: x.to(.float32)")
  }
}

private final class SumBackward: AutogradNode {
  private let input: AxisLayout
  private let axes: [Int]
  private let scale: Double
  private let dtype: DType
  private let title: StaticString

  init(_ input: Tensor, _ axes: [Int], scale: Double, _ title: StaticString) {
    self.input = input.layout.axes
    dtype = input.dtype
    self.axes = axes
    self.scale = scale
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    let scaled = scale == 1 ? gradient : gradient * scale
    send(scaled.to(dtype).restoring(axes, of: input.shape).expanded(to: input.shape), to: 0)
  }
}
