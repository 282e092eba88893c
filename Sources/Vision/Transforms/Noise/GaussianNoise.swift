import Tensors

/// Adds noise of the normal distribution to each number.
///
///     Compose([ToTensor(), GaussianNoise(sigma: 0.05)])
///
/// For the same seed the noise is that of torchvision's `v2.GaussianNoise`. `mean` and `sigma` are
/// in parts of the whole range, for bytes too.
public struct GaussianNoise: Transform {
  /// What is added on average.
  public let mean: Double
  /// The standard deviation of what is added.
  public let sigma: Double
  /// Whether the result is kept within 0...1, or 0...255 for bytes.
  public let clip: Bool

  /// Stops the cell when `sigma` is negative.
  public init(mean: Double = 0, sigma: Double = 0.1, clip: Bool = true) {
    guard sigma >= 0 else {
      misuse("sigma is \(sigma)", in: "GaussianNoise", hint: "a deviation is not negative")
    }
    self.mean = mean
    self.sigma = sigma
    self.clip = clip
  }

  /// Takes floating-point numbers of any shape, or bytes, which are always kept within 0...255.
  public func callAsFunction(_ picture: Tensor) -> Tensor {
    if picture.dtype == .uint8 {
      let noise = Tensor.randn(picture.shape) * (sigma * 255) + mean * 255
      // Towards zero, as torchvision cuts them to whole numbers.
      let sums = picture.to(.int32) + noise.to(.int32)
      return sums.clamp(min: 0, max: 255).to(.uint8)
    }
    guard picture.dtype.isFloatingPoint else {
      misuse(
        "the elements are \(picture.dtype)", in: "GaussianNoise", [Argument("picture", picture)],
        hint: "put ToTensor() before it")
    }
    let noisy = picture + (Tensor.randn(like: picture) * sigma + mean)
    return clip ? noisy.clamp(min: 0, max: 1) : noisy
  }

  /// torchvision's text.
  public var description: String {
    "GaussianNoise(mean=\(mean), sigma=\(sigma), clip=\(PythonText.bool(clip)))"
  }
}
