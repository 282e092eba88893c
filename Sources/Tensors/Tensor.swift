/// An array of numbers of any number of axes, that can record how it was computed.
///
/// A tensor is a reference, as in PyTorch: two variables may hold the same tensor, and the tensors
/// that `view`, `permute` or a subscript give share its elements.
///
///     let x = Tensor([[1.0, 2], [3, 4]])
///     print(x.sum(dim: 0))  // tensor([4., 6.])
///
/// Unchecked `Sendable`: tensors may be read from any thread; changing one in place while another
/// thread uses it is a mistake of the program, as it is for PyTorch's.
public class Tensor: @unchecked Sendable {
  /// Where the elements are.
  ///
  /// Only `elements` gives it to operations.
  package final var layout: StridedView

  /// What computed this tensor, as of `viewedChanges`; read through `node`.
  final var ownNode: AutogradNode?

  /// The tensor whose elements this one looks at, and how often those had been changed in place by
  /// recorded operations when `ownNode` was made; nil for a tensor of its own.
  final var base: Tensor?
  final var viewedChanges = 0
  /// Whether this tensor looks at another one's elements without being known as its view.
  final var isUnrecordedView = false

  /// What computed this tensor, or where its gradient is gathered; nil without gradients.
  ///
  /// The history of a view is that of its base, so it is made anew when the base got another one.
  @inline(__always)
  package final var node: AutogradNode? {
    get {
      if base != nil, viewedChanges != layout.storage.recordedChanges { followBase() }
      return ownNode
    }
    set { ownNode = newValue }
  }

  /// A tensor that looks at the given elements.
  package init(_ layout: StridedView) {
    self.layout = layout
  }

  /// The elements, ready to be read or written: the one door through which operations reach data.
  package final var elements: StridedView { layout }
}

extension Tensor {
  /// The size of each axis; empty for a single number.
  public final var shape: [Int] { layout.shape.array }

  /// Number of axes. (PyTorch: `dim()`, `ndim`.)
  public final var ndim: Int { layout.shape.count }

  /// Number of elements. (PyTorch: `numel()`.)
  public final var count: Int { layout.shape.elementCount }

  /// The type of the elements.
  public final var dtype: DType { layout.dtype }

  /// Where the elements live.
  public final var device: Device { layout.storage.device }

  /// Elements to step over to get to the next one along each axis.
  public final var strides: [Int] { layout.strides.array }

  /// Whether the elements lie in reading order without gaps.
  public final var isContiguous: Bool { layout.isContiguous }

  /// The size of an axis; negative axes count from the last.
  public final func size(_ axis: Int) -> Int { layout.shape[self.axis(axis, in: "size")] }

  /// The index from the front of an axis that may be counted from the back.
  package final func axis(_ axis: Int, in operation: String) -> Int {
    let count = Swift.max(layout.shape.count, 1)
    if axis < -count || axis >= count {
      misuse(
        "there is no axis \(axis)", in: operation, [Argument("self", self)],
        hint: "axes go from 0 to \(count - 1), or from -\(count) to -1 counted from the back")
    }
    return axis < 0 ? axis + count : axis
  }
}
