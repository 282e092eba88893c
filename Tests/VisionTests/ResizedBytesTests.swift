import Tensors
import Testing

@testable import Vision

/// Bytes resampled to the bit like Pillow 13.0.0 under torchvision 0.29.2, over sizes for which
/// Pillow goes along rows first and others for which it goes along columns first.
///
///     def picture(h, w, c):
///         i = np.arange(h * w * c)
///         return ((i * 37 + i * i // 7) % 256).astype(np.uint8).reshape(h, w, c)  # c = 1: (h, w)
///     h = 0xcbf29ce484222325
///     for (a, b, x, y) in sizes:
///         image = Image.fromarray(picture(a, b, c), mode={1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[c])
///         h = fnv1a(np.asarray(T.Resize([x, y], interpolation=m)(image)).tobytes(), h)
struct ResizedBytesTests {
  private static let sizes = [
    (40, 9, 12, 30), (9, 40, 12, 30), (40, 30, 7, 5), (30, 40, 5, 36), (33, 33, 20, 27),
    (33, 33, 20, 26), (50, 7, 49, 7), (7, 50, 7, 3), (64, 48, 224, 224), (224, 300, 64, 64),
    (28, 28, 32, 32), (100, 60, 5, 15), (100, 60, 15, 15), (1, 9, 4, 4),
  ]

  /// Both orders, grey, colours, and colours that count by their opacity.
  @Test(
    arguments: [
      (1, Interpolation.bilinear, 17_962_640_501_908_650_584),
      (1, .bicubic, 4_545_450_848_362_557_719),
      (3, .bilinear, 15_631_882_570_484_818_245), (3, .bicubic, 861_064_378_782_601_089),
      (4, .bilinear, 1_549_441_657_809_927_104), (4, .bicubic, 17_065_648_905_668_153_239),
      (2, .bilinear, 1_320_163_620_517_221_879), (2, .bicubic, 2_461_698_155_238_370_178),
    ] as [(Int, Interpolation, UInt64)])
  func areThoseOfPillow(channels: Int, interpolation: Interpolation, expected: UInt64) {
    var bytes: [UInt8] = []
    for (height, width, newHeight, newWidth) in Self.sizes {
      let resize = Resize([newHeight, newWidth], interpolation: interpolation)
      bytes += resize(Self.picture(height, width, channels)).scalars(as: UInt8.self)
    }
    #expect(fingerprint(bytes) == expected)
  }

  /// A turned picture with opacity, the same way: `RandomRotation((30, 30))`, bilinear.
  @Test func turnedTransparentBytes() {
    let turned = RandomRotation(30...30, interpolation: .bilinear)(Self.picture(13, 17, 4))
    #expect(fingerprint(turned.scalars(as: UInt8.self)) == 4_918_045_851_669_757_831)
  }

  private static func picture(_ height: Int, _ width: Int, _ channels: Int) -> Tensor {
    let bytes = (0..<height * width * channels).map { (place: Int) -> UInt8 in
      UInt8((place * 37 + place * place / 7) % 256)
    }
    return Tensor(
      scalars: bytes, shape: channels == 1 ? [height, width] : [height, width, channels])
  }
}
