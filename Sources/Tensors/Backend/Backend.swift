/// What a device can compute.
///
/// Operations check shapes and types and allocate the result; a backend only fills it in. All views
/// given to one call are on the backend's device. Unless said otherwise, inputs are already expanded
/// to the result's shape and converted to the type they are computed in.
package protocol Backend: Sendable {
  /// Stores one value in every element.
  func fill(_ out: StridedView, _ value: Scalar)

  /// Copies elements, converting their type.
  func copy(_ input: StridedView, into out: StridedView)

  /// Stores `f(x)` for every element of a floating-point view.
  func unary(_ operation: UnaryOperation, _ input: StridedView, into out: StridedView)

  /// Stores `a ∘ b` for every pair; `out` may be `a`.
  func binary(
    _ operation: BinaryOperation, _ a: StridedView, _ b: Operand, into out: StridedView)

  /// Stores the truth of `a ∘ b` for every pair.
  func compare(_ comparison: Comparison, _ a: StridedView, _ b: Operand, into out: StridedView)

  /// Adds `scale · x` to `out`.
  func accumulate(_ x: StridedView, scale: Double, into out: StridedView)

  /// Stores `a` where `condition` holds and `b` elsewhere.
  func choose(
    _ condition: StridedView, _ a: StridedView, _ b: StridedView, into out: StridedView)

  /// Reduces the last `axes` axes of `input`; `out` has the shape of the others.
  func reduce(
    _ reduction: Reduction, _ input: StridedView, trailing axes: Int, into out: StridedView)

  /// Finds the first maximum or minimum along the last axis of `input`.
  func indexOfExtreme(
    _ reduction: Reduction, _ input: StridedView, values: StridedView?, indices: StridedView)

  /// Stores what each element and all those before it along an axis make together (`.sum` or
  /// `.product`); `out` has the type of that reduction.
  func scan(_ reduction: Reduction, _ input: StridedView, axis: Int, into out: StridedView)

  /// Sorts along an axis, and stores where each element was; equal ones keep their order.
  func sort(
    _ input: StridedView, axis: Int, descending: Bool, values: StridedView, indices: StridedView)

  /// Stores `out[…, j, …] = input[…, places[…, j, …], …]` along an axis; `places` and `out` have one
  /// shape, which is nowhere larger than the input's except along the axis.
  func take(_ input: StridedView, _ places: StridedView, along axis: Int, into out: StridedView)

  /// The reverse: puts `source[…, j, …]` at `out[…, places[…, j, …], …]`, in reading order.
  func put(
    _ source: StridedView, _ places: StridedView, along axis: Int, into out: StridedView,
    _ putting: Putting)

  /// Copies rows: `out[i, j] = input[i, places[j]]`. Both have three axes and lie in reading order.
  func gather(_ input: StridedView, _ places: StridedView, into out: StridedView)

  /// Stores or adds rows: `out[i, places[j]] = source[i, j]`, the last of equal places staying.
  func scatter(
    _ source: StridedView, _ places: StridedView, into out: StridedView, accumulating: Bool)

  /// Stores `a · b`, and the number of `bias` more in each column, for two-dimensional views or for
  /// each index of the first axis of three-dimensional ones; `out` lies in reading order.
  func multiply(_ a: StridedView, _ b: StridedView, bias: StridedView?, into out: StridedView)
}

extension Device {
  /// What computes on this device.
  package var backend: any Backend { CPUBackend.shared }
}
