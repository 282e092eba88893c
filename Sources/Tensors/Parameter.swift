/// A tensor that a module learns: its gradient is gathered, and optimizers change it.
///
/// Stored in a property of a module it is found by `parameters()` under the property's name.
public final class Parameter: Tensor, @unchecked Sendable {
  /// A parameter that shares the tensor's elements.
  public init(_ tensor: Tensor, requiresGrad: Bool = true) {
    super.init(tensor.elements)
    self.requiresGrad = requiresGrad
  }
}
