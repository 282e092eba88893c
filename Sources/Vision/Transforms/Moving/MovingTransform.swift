import Tensors

@_implementationOnly import Kernels

/// A transform that moves pixels and leaves their values alone.
///
/// What it does is told by a `PixelMap`, so that a loader can do several of them, and what comes
/// before and after, in one pass.
protocol MovingTransform: Transform {
  /// Whether two calls may differ.
  var isRandom: Bool { get }
  /// The value beyond the picture's border; nil when its maps never show any of that.
  var fill: Double? { get }
  /// Where the pixels of a picture come from; random ones draw their numbers here.
  func map(height: Int, width: Int) -> PixelMap
}

extension MovingTransform {
  var fill: Double? { nil }

  func moved(_ picture: Tensor, in operation: String) -> Tensor {
    let layout = PictureLayout(picture, in: operation)
    return layout.moved(
      picture, by: map(height: layout.height, width: layout.width), fill: fill ?? 0)
  }
}

extension PictureLayout {
  /// The picture with its pixels taken from where `map` says.
  func moved(_ picture: Tensor, by map: PixelMap, fill: Double) -> Tensor {
    var shape = picture.shape
    shape[rowAxis] = map.rows.count
    shape[rowAxis + 1] = map.columns.count
    let result = Tensor.empty(shape, dtype: picture.dtype)
    let source = picture.detach().contiguous()
    func move<Value: Element>(_ fill: Value) {
      movePixels(
        source.elements.pointer(Value.self), planes: planes, height: height, width: width,
        channels: pixelCount, rows: map.rows, columns: map.columns, fill: fill,
        into: result.elements.pointer(Value.self))
    }
    switch picture.dtype {
    case .uint8: move(UInt8(max(0, min(255, fill))))
    case .float64: move(fill)
    default: move(Float(fill))
    }
    return result
  }
}
