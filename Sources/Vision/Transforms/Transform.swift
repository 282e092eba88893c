import Tensors

/// A step from a picture to a tensor that a network takes.
///
/// Pictures are `uint8` tensors `[height, width]` or `[height, width, channels]`, as files are
/// decoded and `plt.imshow` shows them. `ToTensor` turns one into the `float32` tensor
/// `[channels, height, width]` with values from 0 to 1 that networks take.
///
///     struct Invert: Transform {
///       func callAsFunction(_ picture: Tensor) -> Tensor { 1 - picture }
///       var description: String { "Invert()" }
///     }
///     let transform = Compose([ToTensor(), Invert()])
public protocol Transform: CustomStringConvertible {
  /// The transformed picture; `picture` itself stays as it is.
  func callAsFunction(_ picture: Tensor) -> Tensor

  /// Whether each number of the result depends on one pixel value alone, in the same way at every
  /// place and each time.
  ///
  /// A `DataLoader` then makes a batch of byte pictures in one pass through a table of the 256
  /// possible results. The default is false, which is always right.
  var isPointwise: Bool { get }
}

extension Transform {
  /// False: every picture goes through the transform.
  public var isPointwise: Bool { false }
}
