extension Tensor {
  /// The larger of each pair of elements.
  public final func maximum(_ other: Tensor) -> Tensor {
    let values = combined(.maximum, other)
    return record(values, self, other) { ExtremumBackward(self, other, .maximum) }
  }

  /// The smaller of each pair of elements.
  public final func minimum(_ other: Tensor) -> Tensor {
    let values = combined(.minimum, other)
    return record(values, self, other) { ExtremumBackward(self, other, .minimum) }
  }
}

/// The larger of each pair of elements.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a.maximum(b) }

/// The smaller of each pair of elements.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a.minimum(b) }

/// The gradient of the larger or smaller of two, halved where they are equal.
private final class ExtremumBackward: BinaryNode {
  private var saved: (SavedTensor, SavedTensor)?
  private let operation: BinaryOperation

  init(_ a: Tensor, _ b: Tensor, _ operation: BinaryOperation) {
    saved = (SavedTensor(a), SavedTensor(b))
    self.operation = operation
    super.init(a, b)
  }

  override var name: String {
    operation == .maximum ? "MaximumBackward0" : "MinimumBackward0"
  }

  override func backward(_ gradient: Tensor) {
    guard let saved else { return }
    let (a, b) = (saved.0.unpacked(for: self), saved.1.unpacked(for: self))
    let first = operation == .maximum ? a .> b : a .< b
    let second = operation == .maximum ? b .> a : b .< a
    let half = (a .== b).to(gradient.dtype) * 0.5
    if needs(0) { reduceAndSend(gradient * (first.to(gradient.dtype) + half), to: 0) }
    if needs(1) { reduceAndSend(gradient * (second.to(gradient.dtype) + half), to: 1) }
  }

  override func release() { saved = nil }
}
