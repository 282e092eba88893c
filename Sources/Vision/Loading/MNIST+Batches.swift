import Tensors

@_implementationOnly import Kernels

extension MNIST: BatchAssembling {
  /// A gather through the table of what the transform does to each of the 256 pixel values.
  final var batchAssembler: (([Int]) -> (Tensor, Tensor))? {
    guard let transform, transform.isPointwise, let table = Self.table(of: transform) else {
      return nil
    }
    return { [data, targets] indices in
      let size = data.size(1) * data.size(2)
      let pictures = Tensor.empty([indices.count, 1, data.size(1), data.size(2)])
      gatherPictures(
        data.elements.pointer(UInt8.self), size: size, indices: indices,
        table: table.elements.pointer(Float.self), into: pictures.elements.pointer(Float.self))
      let labels = targets.elements.pointer(Int64.self)
      return (pictures, Tensor(scalars: indices.map { labels[$0] }, shape: [indices.count]))
    }
  }

  /// The transform of a picture that holds every pixel value once, made by the transform itself.
  private static func table(of transform: any Transform) -> Tensor? {
    let values = transform(Tensor(scalars: Array(UInt8.min...UInt8.max), shape: [256, 1]))
    guard values.shape == [1, 256, 1], values.dtype == .float32 else { return nil }
    return values.contiguous()
  }
}
