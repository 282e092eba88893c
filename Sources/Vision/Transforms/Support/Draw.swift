import Tensors

/// The random numbers of transforms, drawn from `Generator.shared` as torchvision draws them from
/// PyTorch's.
enum Draw {
  /// `torch.rand(1)`.
  static func unit() -> Float { Generator.shared.withState { $0.uniform() } }

  /// `torch.empty(1).uniform_(low, high)`, rounded once.
  static func uniform(_ low: Double, _ high: Double) -> Double {
    let (start, length) = (Float(low), Float(high) - Float(low))
    return Double(start.addingProduct(unit(), length))
  }

  /// `torch.randint(0, count, (1,))`.
  static func whole(below count: Int) -> Int {
    Int(Generator.shared.withState { $0.whole(below: UInt64(count)) })
  }
}
