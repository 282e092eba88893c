/// The axes of a contiguous array that is normalised channel by channel: `[batch, channels, inner]`.
public struct NormalizationShape: Equatable, Sendable {
  /// Number of samples.
  public var batch: Int
  /// Number of channels, each with its own mean and variance.
  public var channels: Int
  /// Elements of a channel of one sample.
  public var inner: Int

  /// Gathers the sizes.
  public init(batch: Int, channels: Int, inner: Int) {
    self.batch = batch
    self.channels = channels
    self.inner = inner
  }

  /// Elements that one mean is taken over.
  public var perChannel: Int { batch * inner }

  /// Place of the first element of a channel of a sample.
  @inline(__always)
  public func start(sample: Int, channel: Int) -> Int { (sample * channels + channel) * inner }
}
