import Tensors

/// Subtracts a mean from each channel and divides by a standard deviation.
///
///     Normalize(mean: [0.1307], std: [0.3081])          // MNIST
///     Normalize(mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225])  // ImageNet
///
/// One number serves all channels; otherwise there must be one for each.
public struct Normalize: Transform {
  /// What is subtracted, for each channel.
  public let mean: [Double]
  /// What is divided by, for each channel.
  public let std: [Double]

  private let meanTensor: Tensor
  private let stdTensor: Tensor

  /// Takes the numbers of each channel.
  ///
  /// Stops the cell at a standard deviation of 0, and when
  /// there is not one of each.
  public init(mean: [Double], std: [Double]) {
    guard !mean.isEmpty, mean.count == std.count || mean.count == 1 || std.count == 1, !std.isEmpty
    else {
      misuse(
        "there are \(mean.count) means and \(std.count) standard deviations", in: "Normalize",
        hint: "give one of each for every channel, or one for all")
    }
    guard std.allSatisfy({ Float($0) != 0 }) else {
      misuse("a standard deviation is 0: \(std)", in: "Normalize", hint: "it is divided by")
    }
    self.mean = mean
    self.std = std
    meanTensor = Tensor(scalars: mean, shape: [mean.count, 1, 1])
    stdTensor = Tensor(scalars: std, shape: [std.count, 1, 1])
  }

  /// Takes a floating-point tensor `[..., channels, height, width]`.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    guard picture.dtype.isFloatingPoint else {
      misuse(
        "the elements must be floating-point numbers, not \(picture.dtype)", in: "Normalize",
        [Argument("picture", picture)], hint: "put ToTensor() before Normalize")
    }
    guard picture.ndim >= 3 else {
      misuse(
        "the axes must be [..., channels, height, width]", in: "Normalize",
        [Argument("picture", picture)], hint: "put ToTensor() before Normalize")
    }
    let axis = picture.ndim - 3
    let count = max(mean.count, std.count)
    guard count == 1 || count == picture.shape[axis] else {
      misuse(
        "there are \(count) means or standard deviations for \(picture.shape[axis]) channels",
        in: "Normalize", [Argument("picture", picture.shape, at: axis)],
        hint: "give one for each channel, or one for all")
    }
    return (picture - meanTensor.to(picture.dtype)) / stdTensor.to(picture.dtype)
  }

  /// True.
  public var isPointwise: Bool { true }

  /// PyTorch's text.
  public var description: String { "Normalize(mean=\(mean), std=\(std))" }
}
