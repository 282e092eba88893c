import Tensors
import TestSupport
import Testing

@testable import Vision

/// Bytes as torchvision 0.29.2 makes them of a Pillow 13.0.0 picture, to the bit.
///
///     i = np.arange(13 * 17 * 3)
///     a = ((i * 37 + i * i // 7) % 256).astype(np.uint8).reshape(13, 17, 3)
///     torch.manual_seed(7)
///     result = np.asarray(transform(Image.fromarray(a)))      # and of Image.fromarray(a[..., 0])
///     print(result.shape, fnv1a(result.tobytes()), torch.rand(1).item())
@Suite(.ownGenerator) struct TransformedBytesTests {
  static let picture: Tensor = {
    let bytes = (0..<13 * 17 * 3).map { (place: Int) -> UInt8 in
      UInt8((place * 37 + place * place / 7) % 256)
    }
    return Tensor(scalars: bytes, shape: [13, 17, 3])
  }()

  static var cases: [(any Transform, [Int], UInt64, UInt64, Double)] {
    [
      (
        RandomHorizontalFlip(), [13, 17, 3], 9_573_816_071_162_580_124, 15_627_800_548_735_353_902,
        0.19880318641662598
      ),
      (
        RandomVerticalFlip(p: 0.9), [13, 17, 3], 14_896_419_165_160_601_052,
        2_537_407_631_420_759_178, 0.19880318641662598
      ),
      (
        CenterCrop([7, 10]), [7, 10, 3], 4_402_003_638_912_908_561, 12_758_474_134_806_565_655,
        0.5349225401878357
      ),
      (
        CenterCrop([20, 8]), [20, 8, 3], 11_421_224_019_275_044_729, 5_593_714_566_876_109_221,
        0.5349225401878357
      ),
      (
        RandomCrop(9), [9, 9, 3], 3_790_807_781_204_696_968, 1_192_724_651_393_053_856,
        0.6592116951942444
      ),
      (
        RandomCrop([13, 17], padding: 4), [13, 17, 3], 12_354_736_872_862_026_170,
        7_579_773_631_125_004_885, 0.6592116951942444
      ),
      (
        RandomCrop(12, padding: [1, 2, 3, 4], fill: 77), [12, 12, 3], 5_456_362_818_096_428_302,
        5_142_653_106_577_670_843, 0.6592116951942444
      ),
      (
        RandomCrop(20, padIfNeeded: true, paddingMode: .edge), [20, 20, 3],
        1_809_576_989_396_464_647, 3_643_030_977_599_524_795, 0.6592116951942444
      ),
      (
        RandomCrop(14, padding: [3, 5], paddingMode: .reflect), [14, 14, 3],
        10_705_569_791_724_139_004, 892_910_334_451_841_012, 0.6592116951942444
      ),
      (
        RandomCrop(14, padding: [3, 5], paddingMode: .symmetric), [14, 14, 3],
        4_146_533_200_137_326_793, 8_481_162_536_562_203_615, 0.6592116951942444
      ),
      (
        Pad(2, fill: 9), [17, 21, 3], 4_843_297_604_018_036_412, 11_534_731_160_497_408_910,
        0.5349225401878357
      ),
      (
        Resize([8, 8]), [8, 8, 3], 15_600_286_456_361_529_444, 14_198_077_035_365_794_363,
        0.5349225401878357
      ),
      (
        Resize([29, 40]), [29, 40, 3], 852_294_266_075_342_354, 4_393_332_673_096_059_553,
        0.5349225401878357
      ),
      (
        Resize(6), [6, 7, 3], 11_891_106_029_816_061_840, 3_077_323_943_073_311_630,
        0.5349225401878357
      ),
      (
        Resize(12, maxSize: 14), [11, 14, 3], 1_097_129_485_439_134_305, 6_238_835_195_325_192_970,
        0.5349225401878357
      ),
      (
        Resize([30, 5], interpolation: .bicubic), [30, 5, 3], 5_053_627_885_434_039_585,
        15_575_285_236_918_854_665, 0.5349225401878357
      ),
      (
        Resize([30, 9], interpolation: .nearest), [30, 9, 3], 9_281_246_696_180_734_247,
        10_486_795_656_794_657_099, 0.5349225401878357
      ),
      (
        RandomRotation(30), [13, 17, 3], 9_573_816_071_162_580_124, 15_627_800_548_735_353_902,
        0.19880318641662598
      ),
      (
        RandomRotation(20...80, interpolation: .bilinear, fill: 50), [13, 17, 3],
        3_682_009_771_708_659_294, 12_156_456_439_703_224_611, 0.19880318641662598
      ),
      (
        RandomRotation(45, expand: true), [15, 19, 3], 5_222_127_603_890_566_708,
        14_110_623_204_355_955_830, 0.19880318641662598
      ),
      (
        RandomRotation(45, interpolation: .bilinear, center: [3, 4]), [13, 17, 3],
        17_791_498_419_354_175_688, 8_845_012_630_754_787_668, 0.19880318641662598
      ),
      (
        RandomAffine(15, translate: [0.2, 0.1], scale: 0.8...1.2, shear: -10...10), [13, 17, 3],
        9_078_134_611_994_096_819, 18_035_518_807_269_131_534, 0.4250614047050476
      ),
      (
        RandomAffine(0, translate: [0.3, 0.3]), [13, 17, 3], 8_512_367_243_267_108_443,
        968_945_748_853_545_487, 0.6568902730941772
      ),
      (
        RandomAffine(
          90, shear: -5...5, shearY: 3...9, interpolation: .bilinear, fill: 20), [13, 17, 3],
        9_535_849_622_110_060_750, 5_868_338_289_781_392_028, 0.6568902730941772
      ),
      (
        Grayscale(), [13, 17], 3_751_296_977_853_961_024, 15_627_800_548_735_353_902,
        0.5349225401878357
      ),
      (
        Grayscale(numOutputChannels: 3), [13, 17, 3], 791_272_284_900_149_286,
        6_726_855_447_569_487_876, 0.5349225401878357
      ),
      (
        ColorJitter(brightness: 0.5), [13, 17, 3], 7_159_337_377_796_018_088,
        16_896_275_826_072_241_734, 0.23276156187057495
      ),
      (
        ColorJitter(contrast: 0.8), [13, 17, 3], 6_363_485_216_301_691_459,
        12_894_454_075_027_758_459, 0.23276156187057495
      ),
      (
        ColorJitter(saturation: .range(0.3...3)), [13, 17, 3], 166_469_209_945_863_408,
        15_627_800_548_735_353_902, 0.23276156187057495
      ),
      (
        ColorJitter(hue: 0.4), [13, 17, 3], 10_796_165_158_002_261_439, 15_627_800_548_735_353_902,
        0.23276156187057495
      ),
      (
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1), [13, 17, 3],
        5_488_562_244_505_439_338, 2_250_918_003_042_017_710, 0.6297363638877869
      ),
    ]
  }

  /// Colours and grey come out as torchvision's, with as many random numbers drawn.
  @Test func areTorchvisions() {
    for (transform, shape, colours, grey, after) in Self.cases {
      manualSeed(7)
      let result = transform(Self.picture)
      #expect(Tensor.rand(1).item() == after, "\(transform)")
      #expect(result.shape == shape, "\(transform)")
      #expect(result.dtype == .uint8)
      #expect(fingerprint(result.scalars(as: UInt8.self)) == colours, "\(transform)")
      manualSeed(7)
      let plane = transform(Self.picture[.all, .all, 0].contiguous())
      #expect(fingerprint(plane.scalars(as: UInt8.self)) == grey, "\(transform), grey")
    }
  }
}
