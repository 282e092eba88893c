import Tensors

/// A photograph to try filters on: a lighthouse in the evening, drawn by this library.
///
///     let photo = samplePhoto()
///     print(photo.shape, photo.dtype)  // [222, 221, 3] torch.uint8
///
/// The picture is the same each time and on every machine, and needs no file and no network.
public func samplePhoto() -> Tensor {
  Tensor(scalars: Photo.develop(), shape: [Photo.height, Photo.width, 3])
}
