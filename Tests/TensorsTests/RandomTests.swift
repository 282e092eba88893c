import Tensors
import Testing

/// Random numbers against PyTorch's, bit for bit.
struct RandomTests {
  /// Every distribution follows PyTorch's for sizes around the sixteen of its vector loop.
  ///
  /// The numbers are hashes of all elements as doubles, made with PyTorch 2.15.0 by
  ///
  ///     def hash(t):
  ///       h = 1469598103934665603
  ///       for v in t.double().flatten().tolist():
  ///         h = ((h ^ struct.unpack("Q", struct.pack("d", v))[0]) * 1099511628211) & (2**64 - 1)
  ///       return h
  ///     for n in [3, 15, 16, 17, 31, 100, 1000, 10007]:
  ///       torch.manual_seed(n)
  ///       t = [torch.randn(n), torch.rand(n), torch.randn(5), torch.randperm(n),
  ///            torch.randint(0, 10, (n,)), torch.randint(0, 1 << 29, (n,)),
  ///            torch.randn(n, dtype=torch.float64), torch.rand(n, dtype=torch.float64),
  ///            torch.empty(n).uniform_(-0.3, 0.7), torch.empty(n).normal_(0.1, 2.3),
  ///            torch.randint(0, 1 << 33, (n,)), torch.empty((), dtype=torch.int64).random_()]
  ///       print(n, *map(hash, t[:-1]), t[-1].item())
  @Test(arguments: pyTorchHashes) func followsPyTorch(line: String) {
    let fields = line.split(separator: " ")
    let n = Int(fields[0]) ?? 0
    // A generator of its own, since tests run side by side.
    let g = Generator(seed: n)
    let tensors = [
      Tensor.randn(n, generator: g), .rand(n, generator: g), .randn(5, generator: g),
      .randperm(n, generator: g), .randint(0, 10, [n], generator: g),
      .randint(0, 1 << 29, [n], generator: g), .randn(n, dtype: .float64, generator: g),
      .rand(n, dtype: .float64, generator: g),
      Tensor.empty(n).fillUniform(-0.3, 0.7, generator: g),
      Tensor.empty(n).fillNormal(mean: 0.1, std: 2.3, generator: g),
      .randint(0, 1 << 33, [n], generator: g),
    ]
    #expect(tensors.map { "\(hash($0))" } == fields.dropFirst().dropLast().map(String.init))
    #expect("\(g.randomSeed())" == fields[fields.count - 1])
  }

  /// The order in which a shuffling DataLoader visits ten samples in its first two epochs.
  ///
  /// PyTorch 2.15.0: `torch.manual_seed(0); l = DataLoader(list(range(10)), shuffle=True)`,
  /// `print([int(x) for x in l])` twice.
  @Test func shufflesLikeDataLoader() {
    let shared = Generator(seed: 0)
    func epoch() -> [Int] {
      _ = shared.randomSeed()
      let generator = Generator(seed: shared.randomSeed())
      return Tensor.randperm(10, generator: generator).scalars(as: Int.self)
    }
    #expect(epoch() == [6, 7, 1, 4, 2, 0, 9, 8, 3, 5])
    #expect(epoch() == [2, 4, 7, 0, 8, 9, 5, 3, 6, 1])
  }

  /// The same seed starts the same sequence again, and other generators do not disturb it.
  @Test func seedsRestart() {
    let generator = Generator(seed: 7)
    let first = Tensor.rand(5, generator: generator)
    _ = Tensor.rand(5, generator: Generator(seed: 8))
    generator.manualSeed(7)
    #expect(Tensor.rand(5, generator: generator).equal(first))
    #expect(generator.initialSeed == 7)
  }

  /// `manualSeed` sets what is drawn without a generator. (PyTorch 2.15.0: `torch.rand(2)`.)
  @Test func sharedGenerator() async {
    await #expect(processExitsWith: .success) {
      for _ in 0..<2 {
        manualSeed(0)
        #expect("\(Tensor.rand(2))" == "tensor([0.4963, 0.7682])")
      }
    }
  }

  /// Elements that do not lie in reading order get their numbers in that order.
  @Test func fillsStridedViews() {
    let matrix = Tensor.zeros(3, 2)
    matrix.t().fillUniform(generator: Generator(seed: 3))
    #expect(matrix.t().contiguous().equal(Tensor.rand(2, 3, generator: Generator(seed: 3))))
  }

  private func hash(_ tensor: Tensor) -> UInt64 {
    tensor.scalars.reduce(1_469_598_103_934_665_603) { ($0 ^ $1.bitPattern) &* 1_099_511_628_211 }
  }
}

private let pyTorchHashes = """
  3 18426599099673498241 15843944299328852609 9789039262096267689 15444045228747674241 4378137994344944257 6429440689138979457 14719972879682483175 1653407924268391474 14657831621392224897 7896296160813535873 9139389351971672705 4029175203118896846
  15 548618243464839985 16762963053838156593 17219677103509313961 4556067185138942769 14612042203103839025 155761156467016497 1058922395365655557 18264928241544539271 1820887136430539569 12893327786500244273 3858851343870804785 7252942497580666295
  16 368261133350546499 12969575376533662787 13622679942366599593 6401346939114302531 17905229237278813251 16436649444447956035 4968525762320046696 10675527173349656056 16167900853321149507 92179018508479555 13563420169444863043 2551079720870364571
  17 18346987779924047321 17769371374327838169 13460348419840776617 6540562038510204377 7789185035198674393 14418281236324562393 5182508393666301513 1297190546517505793 15662789356480771545 5645980884022474201 12050195340886685145 4428573398575751706
  31 557359580043519857 14488019337063409521 9823324251927189929 12660574451812247409 4968707763240150897 9079551411991586673 10500011161583415380 6016743685324256692 15460657707151239025 6560253497125087089 4042680192970762097 50128856070751179
  100 13791828658574228915 9103133419652414899 2288189054117321129 5870666561171127731 17730896179851328947 17561516941252656563 6570685493098803645 9766040838759239971 9357343432330083763 17598646446131674547 5009892028238953907 3938635045006605773
  1000 2164833871793066083 478496473444880483 6580111312793737641 16071697329760342115 6926874403593883747 12415937347142914147 18334629037706051223 1186227742173932180 7842821447347441763 6989155882193227875 12213092519342608483 2174961829412375863
  10007 13991663991211765585 793781416986750801 13484436561384282537 3612955427220565841 10552336698707881809 564530585419984721 6715045057234210455 6042361288223531910 2387371163925688145 12061413404037689169 4860520412790730577 6742628829101349688
  """.split(separator: "\n").map(String.init)
