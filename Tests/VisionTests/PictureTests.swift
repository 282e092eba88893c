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

  /// Channels may stand first or last; where both could be meant, the type decides.
  @Test func findTheirChannels() {
    let (first, last) = (Tensor.zeros(3, 5, 6), Tensor.zeros(5, 6, 3))
    for dtype in [DType.float32, .float64, .uint8, .int64, .bool] {
      #expect(Image(first.to(dtype)).description == "Image(6 × 5, RGB)")
      #expect(Image(last.to(dtype)).description == "Image(6 × 5, RGB)")
    }
    #expect(Image(Tensor.zeros(3, 5, 4)).description == "Image(4 × 5, RGB)")
    #expect(Image(Tensor.zeros(3, 5, 4, dtype: .uint8)).description == "Image(5 × 3, RGBA)")
    let planes = Tensor([[[255]], [[128]], [[0]]]).to(.uint8)
    #expect(Image(planes.expand(3, 5, 5)).pixels.prefix(6) == [255, 128, 0, 255, 128, 0])
  }

  /// A batch becomes a grid wherever its channels stand, and if it has none.
  @Test func batchesBecomeGrids() async {
    for shape in [[9, 1, 5, 6], [9, 3, 5, 6], [9, 5, 6, 3], [9, 5, 6, 1]] {
      for dtype in [DType.float32, .uint8] {
        let batch = Tensor.zeros(shape, dtype: dtype)
        #expect(Image(batch).description == "Image(66 × 16, RGB)", "\(shape) \(dtype)")
      }
    }
    #expect(Image(Tensor.zeros(9, 5, 6, dtype: .uint8)).description == "Image(66 × 16, RGB)")
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Image(Tensor.zeros(60000, 28, 28, dtype: .uint8))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("a grid of 60000 pictures would be 242 × 225002 pixels"))
    #expect(text.contains("x[0..<64]"))
  }

  /// Fractions go from 0 to 1, whole numbers from 0 to 255, and truth is white.
  @Test func readNumbersByTheirType() {
    #expect(Image(Tensor([[-3, 0, 200, 300]])).pixels == [0, 0, 200, 255])
    #expect(Image(Tensor([[true, false]])).pixels == [255, 0])
    #expect(Image(Tensor([[0.5, 1.5]]).to(.float64)).pixels == [128, 255])
  }

  /// Arrays of any number type, nested twice or three times.
  @Test func areMadeOfArrays() {
    let (bytes, ints, floats): ([[UInt8]], [[Int]], [[Float]]) = ([[7, 8]], [[7, 8]], [[0, 0.5]])
    #expect(Image(bytes).pixels == [7, 8] && Image(ints).pixels == [7, 8])
    #expect(Image(floats).pixels == [0, 128])
    // Written out, whole numbers are grey values from 0 to 1 like others.
    #expect(Image([[0, 1]]).pixels == [0, 255] && Image([[0, 0.5]]).pixels == [0, 128])
    let pixels: [[[UInt8]]] = [[[1, 2, 3], [4, 5, 6]]]
    #expect(Image(pixels) == Image(width: 2, height: 1, channels: 3, pixels: [1, 2, 3, 4, 5, 6]))
    display(picture: pixels)
    display(picture: floats, normalize: true)
    display(picture: [[0, 1]], scale: 2)
  }

  /// Sixteen bits become numbers up to 65535, and back.
  @Test func becomeDeepTensors() throws {
    let folder = try TemporaryFolder()
    let depth = Tensor([[0, 1, 65535], [256, 257, 40000]]).to(.int32)
    try Image16(depth).writePNG(folder.path + "/depth.png")
    let read = Tensor(try readImage16(folder.path + "/depth.png"))
    #expect(read.dtype == .int32 && read.shape == [2, 3] && read.scalars == depth.scalars)
    #expect(try readImage(folder.path + "/depth.png").pixels == [0, 0, 255, 1, 1, 156])
    let colours = Tensor.arange(24).view(2, 3, 4) * 2849
    #expect(Tensor(Image16(colours)).scalars == colours.scalars)
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
    await #expect(processExitsWith: .failure) { _ = Image(Tensor.zeros(2, 9, 9, 9)) }
    await #expect(processExitsWith: .failure) { _ = Image(Tensor.zeros(0, 3)) }
    await #expect(processExitsWith: .failure) { _ = Image([[UInt8(1)], []]) }
    await #expect(processExitsWith: .failure) { _ = Image16(Tensor([[0.5]])) }
    await #expect(processExitsWith: .failure) { _ = Image16(Tensor([[65536]])) }
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
