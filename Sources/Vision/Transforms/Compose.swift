import Tensors

/// Several transforms, one after the other.
///
///     let standardize = Compose([ToTensor(), Normalize(mean: [0.1307], std: [0.3081])])
///     print(standardize)
///     // Compose(
///     //     ToTensor()
///     //     Normalize(mean=[0.1307], std=[0.3081])
///     // )
public struct Compose: Transform {
  /// The steps, first to last.
  public let transforms: [any Transform]

  /// Chains transforms; none at all gives pictures back as they are.
  public init(_ transforms: [any Transform]) {
    self.transforms = transforms
  }

  /// The result of the last step.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    transforms.reduce(picture) { $1($0) }
  }

  /// True when all steps are pointwise.
  public var isPointwise: Bool { transforms.allSatisfy(\.isPointwise) }

  /// PyTorch's text: a line for each step.
  public var description: String {
    let lines = transforms.flatMap { "\($0)".split(separator: "\n").map { "    \($0)" } }
    return (["Compose("] + lines + [")"]).joined(separator: "\n")
  }
}
