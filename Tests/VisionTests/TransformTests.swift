import Tensors
import Testing

@testable import Vision

/// Pictures on their way to a network; numbers of PyTorch 2.15.0 and torchvision 0.29.2.
struct TransformTests {
  /// All 256 bytes come out as PyTorch's, to the bit.
  ///
  ///     x = np.arange(256, dtype=np.uint8).reshape(16, 16)
  ///     T.Compose([T.ToTensor(), T.Normalize([0.1307], [0.3081])])(x)   # FNV-1a of its bytes
  @Test func standardizesAsPyTorchDoes() {
    let bytes = Tensor(scalars: Array(UInt8.min...UInt8.max), shape: [16, 16])
    let result = Compose([ToTensor(), Normalize(mean: [0.1307], std: [0.3081])])(bytes)
    #expect(result.shape == [1, 16, 16])
    #expect(result.dtype == .float32)
    let values = result.scalars
    #expect(values[0] == -0.4242129623889923)
    #expect(values[127] == 1.192272663116455)
    #expect(values[255] == 2.821486711502075)
    #expect(fingerprint(result) == 10_964_771_655_184_238_986)
  }

  /// Channels move to the front, each with its own mean and deviation.
  ///
  ///     c = ((np.arange(24) * 37) % 256).astype(np.uint8).reshape(2, 4, 3)
  ///     T.Compose([T.ToTensor(), T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])(c)
  @Test func movesChannelsToTheFront() {
    let picture = Tensor(scalars: (0..<24).map { UInt8($0 * 37 % 256) }, shape: [2, 4, 3])
    let result = Compose([
      ToTensor(), Normalize(mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]),
    ])(picture)
    #expect(result.shape == [3, 2, 4])
    #expect(
      Array(result.scalars.prefix(5)) == [
        -2.1179039478302, -0.2170563042163849, 1.6837913990020752, -0.7992978692054749,
        1.101549744606018,
      ])
    #expect(result.scalars.last == -0.3578212559223175)
  }

  /// Only bytes are divided by 255.
  @Test func keepsOtherNumbers() {
    let picture = Tensor([[0.5, 300.0]])
    #expect(ToTensor()(picture).scalars == [0.5, 300])
    #expect(ToTensor()(Tensor([[7, 8]])).dtype == .int64)
  }

  /// PyTorch's text, nested as deep as one likes.
  @Test func printsLikePyTorch() {
    let inner = Compose([ToTensor(), Normalize(mean: [0.1307], std: [0.3081])])
    #expect(
      "\(Compose([inner, Normalize(mean: [0.5, 0.5], std: [1, 2])]))" == """
        Compose(
            Compose(
                ToTensor()
                Normalize(mean=[0.1307], std=[0.3081])
            )
            Normalize(mean=[0.5, 0.5], std=[1.0, 2.0])
        )
        """)
  }

  /// One's own closures and types take their place in the chain, and are not taken for pointwise.
  @Test func takesOnesOwnSteps() {
    struct Invert: Transform {
      func callAsFunction(_ picture: Tensor) -> Tensor { 1 - picture }
      var description: String { "Invert()" }
    }
    let chain = Compose([ToTensor(), Invert(), Lambda { $0.view(-1) }])
    let result = chain(Tensor(scalars: [UInt8(0), 255], shape: [1, 2]))
    #expect(result.shape == [2])
    #expect(result.scalars == [1, 0])
    #expect(!chain.isPointwise)
    #expect(Compose([ToTensor()]).isPointwise)
  }

  /// Misuse stops with a text that says what to do.
  @Test func refusesWhatDoesNotFit() async {
    await #expect(processExitsWith: .failure) {
      _ = Normalize(mean: [0.5, 0.5], std: [1, 1])(Tensor.zeros(3, 2, 2))
    }
    await #expect(processExitsWith: .failure) {
      _ = Normalize(mean: [0.5], std: [0])
    }
    await #expect(processExitsWith: .failure) {
      _ = Normalize(mean: [0.5], std: [1])(Tensor(scalars: [UInt8(1)], shape: [1, 1, 1]))
    }
    await #expect(processExitsWith: .failure) {
      _ = ToTensor()(Tensor.zeros(2, 3, 4, 5))
    }
  }
}
