/// A tensor that belongs to a module's state but is not learned, such as a running mean.
public final class Buffer: Tensor, @unchecked Sendable {
  /// A buffer that shares the tensor's elements.
  public init(_ tensor: Tensor) { super.init(tensor.elements) }
}
