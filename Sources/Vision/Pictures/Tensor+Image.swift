public import Images
import Tensors

extension Tensor {
  /// A picture as a tensor of bytes: `uint8` `[height, width]` when it is grey, else
  /// `[height, width, channels]`.
  ///
  ///     let photo = Tensor(try readImage("photo.jpg"))
  ///     print(photo.shape)   // [427, 640, 3]
  public convenience init(_ image: Image) {
    let shape = [image.height, image.width] + (image.channels == 1 ? [] : [image.channels])
    self.init(scalars: image.pixels, shape: shape)
  }

  /// A picture of 16 bits as whole numbers from 0 to 65535: `int32`, shaped like one of bytes.
  ///
  ///     let depth = Tensor(try readImage16("depth.png")).to(.float32) / 65535
  public convenience init(_ image: Image16) {
    let shape = [image.height, image.width] + (image.channels == 1 ? [] : [image.channels])
    self.init(scalars: image.pixels.map { Int32($0) }, shape: shape)
  }
}

extension Transform {
  /// The transformed picture of an image: `ToTensor()(try readImage("photo.jpg"))`.
  public func callAsFunction(_ image: Image) -> Tensor { self(Tensor(image)) }
}
