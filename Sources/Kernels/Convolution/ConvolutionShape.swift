/// The sizes of a 2-D convolution over contiguous NCHW arrays.
///
/// Input is `[batch, inChannels, height, width]`, weight
/// `[outChannels, inChannels / groups, kernel height, kernel width]`, output
/// `[batch, outChannels, rows.output, columns.output]`.
public struct ConvolutionShape: Equatable, Sendable {
  /// Number of images.
  public var batch: Int
  /// Channels of the input.
  public var inChannels: Int
  /// Channels of the output.
  public var outChannels: Int
  /// Number of groups into which both kinds of channels are divided.
  public var groups: Int
  /// The window over the height.
  public var rows: SlidingWindow
  /// The window over the width.
  public var columns: SlidingWindow

  /// Gathers the sizes; the channels must be divisible by `groups`.
  public init(
    batch: Int, inChannels: Int, outChannels: Int, groups: Int = 1, rows: SlidingWindow,
    columns: SlidingWindow
  ) {
    self.batch = batch
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.groups = groups
    self.rows = rows
    self.columns = columns
  }

  /// Input channels that one output channel sees.
  public var groupInChannels: Int { inChannels / groups }
  /// Output channels of one group.
  public var groupOutChannels: Int { outChannels / groups }
  /// Elements of one input channel.
  public var inPlane: Int { rows.input * columns.input }
  /// Elements of one input channel with its padding.
  public var paddedPlane: Int { rows.padded * columns.padded }
  /// Elements of one output channel.
  public var outPlane: Int { rows.output * columns.output }
  /// Elements of one input image.
  public var inImage: Int { inChannels * inPlane }
  /// Elements of one group's channels of an input image.
  public var groupInImage: Int { groupInChannels * inPlane }
  /// Elements of one output image.
  public var outImage: Int { outChannels * outPlane }
  /// Weights that one output element sums over.
  public var taps: Int { groupInChannels * rows.kernel * columns.kernel }
  /// Elements of the weight.
  public var weightCount: Int { outChannels * taps }

  /// Whether each output element sees its whole image, so that the convolution is a matrix product
  /// over the batch (LeNet's C5: 16×5×5 → 120×1×1).
  public var isMatrixProduct: Bool {
    groups == 1 && rows.isWholeAxis && columns.isWholeAxis
  }

  /// Whether there is padding anywhere.
  public var isPadded: Bool { paddedPlane != inPlane }

  /// Whether an image is its own column matrix (1×1 kernels that step by one).
  public var isPointwise: Bool {
    rows.kernel == 1 && columns.kernel == 1 && rows.stride == 1 && columns.stride == 1 && !isPadded
  }
}
