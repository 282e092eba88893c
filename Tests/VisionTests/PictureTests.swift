import Display
import Images
import Tensors
import Testing

@testable import Vision

/// Tensors that become pictures, and pictures that become tensors.
struct PictureTests {
  /// The batch of the numbers below.
  static var batch: Tensor {
    Tensor(
      scalars: (0..<360).map { place in
        // Float by Float, as PyTorch computes it.
        let value = Float(place) * Float(0.37)
        return value.truncatingRemainder(dividingBy: 1.3) - 0.1
      }, shape: [5, 3, 4, 6])
  }

  /// The bytes of torchvision 0.29.2.
  ///
  ///     x = (torch.arange(360, dtype=torch.float32).view(5, 3, 4, 6) * 0.37) % 1.3 - 0.1
  ///     save_image(x, path, nrow=3, padding=1, pad_value=0.5)
  ///     save_image(x, path, normalize=True, scale_each=True)
  ///     save_image(x[0, :1], path)
  @Test func savesGridsAsTorchvisionDoes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.png"
    try saveImage(Self.batch, path, nrow: 3, padding: 1, padValue: 0.5)
    #expect(try readImage(path).description == "Image(22 × 11, RGB)")
    #expect(fingerprint(try readImage(path).pixels) == 12_842_010_003_959_920_187)
    try saveImage(Self.batch, path, normalize: true, scaleEach: true)
    #expect(fingerprint(try readImage(path).pixels) == 17_376_931_275_196_980_040)
    try saveImage(Self.batch[0, 0..<1], path)
    #expect(fingerprint(try readImage(path).pixels) == 15_453_956_397_052_793_430)
    #expect(folder.files == ["a.png"])
    #expect(throws: ImageError.self) { try saveImage(Self.batch, folder.path + "/no/a.png") }
  }

  /// Bytes as they are, numbers times 255 with the channels moved to the end.
  @Test func becomeImages() throws {
    let bytes = Tensor(scalars: [UInt8(1), 2, 3, 4, 5, 6], shape: [1, 2, 3])
    #expect(Image(bytes) == Image(width: 2, height: 1, channels: 3, pixels: [1, 2, 3, 4, 5, 6]))
    #expect(Image(bytes[0]).description == "Image(3 × 2, grey)")
    #expect(Image(Tensor([[-1, 0.5, 2, .nan]])).pixels == [0, 128, 255, 0])
    let planes = Tensor([[[0.0, 1]], [[1, 0]], [[0, 0]]])
    #expect(Image(planes).pixels == [0, 255, 0, 255, 0, 0])
    #expect(Image(Tensor.zeros(1, 4, 6)).description == "Image(6 × 4, grey)")
    #expect(Image(Tensor.zeros(9, 1, 4, 6)).description == "Image(66 × 14, RGB)")
    #expect(Image([[0, 1], [1, 0]]).pixels == [0, 255, 255, 0])
  }

  /// There and back.
  @Test func becomeTensors() throws {
    for channels in 1...4 {
      let image = Image(
        width: 3, height: 2, channels: channels, pixels: (0..<UInt8(6 * channels)).map { $0 })
      let tensor = Tensor(image)
      #expect(tensor.shape == (channels == 1 ? [2, 3] : [2, 3, channels]))
      #expect(Image(tensor) == image)
      #expect(ToTensor()(image).shape == [channels, 2, 3])
    }
    let folder = try TemporaryFolder()
    try writePNG(samplePhoto(), folder.path + "/photo.png")
    #expect(Tensor(try readImage(folder.path + "/photo.png")).scalars == samplePhoto().scalars)
  }

  /// A front end gets a PNG, drawn larger where that is asked for.
  @Test func areShown() throws {
    let image = Image(Tensor([[0.0, 1]])).enlarged(3)
    #expect(image.width == 6)
    guard case .binary(let file) = image.mimeBundle["image/png"] else {
      Issue.record("no PNG")
      return
    }
    #expect(try Image(png: file) == image)
  }

  /// What is no picture stops the cell.
  @Test func refusesWhatIsNone() async {
    await #expect(processExitsWith: .failure) { _ = Image(Tensor([1.0, 2])) }
    await #expect(processExitsWith: .failure) { _ = Image(Tensor.zeros(5, 2, 2)) }
    await #expect(processExitsWith: .failure) { _ = Image([[1], [1, 2]]) }
    await #expect(processExitsWith: .failure) { _ = Grayscale()(Tensor.zeros(2, 3, 3)) }
    await #expect(processExitsWith: .failure) { _ = RandomCrop(9)(Tensor.zeros(1, 3, 3)) }
    await #expect(processExitsWith: .failure) { _ = Resize([4, 4])(Tensor([[1, 2]])) }
    await #expect(processExitsWith: .failure) { _ = RandomHorizontalFlip(p: 1.5) }
    await #expect(processExitsWith: .failure) { _ = RandomErasing()(Tensor.zeros(3, 3)) }
    await #expect(processExitsWith: .failure) { _ = ColorJitter(hue: 0.6) }
    await #expect(processExitsWith: .failure) { _ = sobel(samplePhoto(), dx: 1, dy: 1) }
  }

  /// A slope of 5 along x and of 3 along y has Sobel's 8 times that, away from the border, where
  /// the mirrored picture has none.
  @Test func sobelMeasuresSlopes() {
    let rows: [[Double]] = (0..<4).map { y in (0..<5).map { x in Double(5 * x - 3 * y) } }
    let slope = Tensor(rows)
    let across = sobel(slope, dx: 1, dy: 0)
    let down = sobel(slope, dx: 0, dy: 1)
    #expect(across.shape == [4, 5])
    #expect(across[1].scalars == [0, 40, 40, 40, 0])
    #expect(down[.all, 2].scalars == [0, -24, -24, 0])
    let steps = Tensor(scalars: [UInt8(0), 0, 0, 9, 9, 9, 0, 0, 0], shape: [1, 9])
    #expect(sobel(steps, dx: 1, dy: 0).scalars == [0, 0, 36, 36, 0, -36, -36, 0, 0])
    let saturated = sobel(steps, dx: 1, dy: 0, depth: .same)
    #expect(saturated.dtype == .uint8)
    #expect(saturated.scalars == [0, 0, 36, 36, 0, 0, 0, 0, 0])
  }
}
