/// The sizes and strides of a view, made once and shared by all tensors that lie alike.
///
/// A result of an operation on each element has the layout of its operand, so it costs no new one,
/// and two operands that share a layout need no comparing.
package final class AxisLayout: Sendable {
  package let shape: Shape
  /// Elements to step over along each axis.
  package let strides: Shape
  /// Number of elements.
  package let count: Int
  /// Whether the elements lie in reading order without gaps.
  package let isContiguous: Bool

  /// A single number.
  static let single = AxisLayout(contiguous: Shape())

  package init(_ shape: Shape, strides: Shape) {
    self.shape = shape
    self.strides = strides
    count = shape.elementCount
    var step = 1
    var isContiguous = true
    for axis in (0..<shape.count).reversed() where shape[axis] != 1 {
      if strides[axis] != step { isContiguous = false }
      step *= shape[axis]
    }
    self.isContiguous = isContiguous || count == 0
  }

  /// Elements in reading order without gaps.
  package init(contiguous shape: Shape) {
    self.shape = shape
    strides = shape.contiguousStrides
    count = shape.elementCount
    isContiguous = true
  }
}
