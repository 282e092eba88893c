/// Something whose colours stand for numbers, so that a colour bar can explain them.
public protocol Mappable: AnyObject {
  /// The colours, or `nil` where they stand for nothing.
  var cmap: ColorMap? { get }
  /// The number that takes the first colour.
  var vmin: Double { get }
  /// The number that takes the last colour.
  var vmax: Double { get }
}

/// The strip beside the axes that tells which colour stands for which number.
struct ColorBar {
  let cmap: ColorMap
  let vmin: Double
  let vmax: Double
  let label: String
}
