/// What a thread needs besides the operands: room for one group's padded image and column matrix.
struct ConvolutionScratch<Scalar: RowScalar> {
  let padded: UnsafeMutablePointer<Scalar>
  let columns: UnsafeMutablePointer<Scalar>

  init(_ shape: ConvolutionShape) {
    let paddedCount = shape.groupInChannels * shape.paddedPlane
    padded = .allocate(capacity: paddedCount)
    padded.initialize(repeating: 0, count: paddedCount)
    columns = .allocate(capacity: shape.taps * shape.outPlane)
  }

  func deallocate() {
    padded.deallocate()
    columns.deallocate()
  }

  /// The column matrix of a group: its image where that is one already, else gathered here.
  @inline(__always)
  func columnMatrix(
    _ shape: ConvolutionShape, of image: UnsafePointer<Scalar>
  ) -> UnsafePointer<Scalar> {
    if shape.isPointwise { return image }
    if shape.isPadded { PaddedImage.fill(shape, from: image, into: padded) }
    ColumnMatrix.gather(
      shape, padded: shape.isPadded ? UnsafePointer(padded) : image, into: columns)
    return UnsafePointer(columns)
  }

  /// Writes to a group's image the sum of what the columns hold for each of its elements.
  @inline(__always)
  func scatter(_ shape: ConvolutionShape, into image: UnsafeMutablePointer<Scalar>) {
    let target = shape.isPadded ? padded : image
    target.update(repeating: 0, count: shape.groupInChannels * shape.paddedPlane)
    ColumnMatrix.scatterAdd(shape, matrix: columns, onto: target)
    if shape.isPadded { PaddedImage.crop(shape, padded, into: image) }
  }
}
