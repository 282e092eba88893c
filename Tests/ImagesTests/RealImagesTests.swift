import Foundation
import Images
import Testing

/// Photographs, where `MARTLET_DATA` has them; the fingerprints are of what Pillow 13.0.0 reads.
@Suite(.enabled(if: areImagesHere, "MARTLET_DATA holds no images"))
struct RealImagesTests {
  /// Size and all pixels of a JPEG file and two PNG files.
  @Test(arguments: [
    ("rocket.jpg", "Image(640 × 427, RGB)", 3_799_264_975_278_496_537),
    ("chelsea.png", "Image(451 × 300, RGB)", 12_832_891_172_303_230_888),
    ("coffee.png", "Image(600 × 400, RGB)", 15_159_610_821_538_410_014),
  ])
  func areReadAsPillowReadsThem(file: String, size: String, pixels: UInt64) throws {
    let image = try readImage(imagesFolder + file)
    #expect(image.description == size)
    #expect(fingerprint(image.pixels) == pixels)
  }
}

private let imagesFolder = (ProcessInfo.processInfo.environment["MARTLET_DATA"] ?? "") + "/images/"

private let areImagesHere: Bool = {
  let isHere = FileManager.default.fileExists(atPath: imagesFolder + "rocket.jpg")
  if !isHere { print("RealImagesTests are skipped: MARTLET_DATA names no folder with images.") }
  return isHere
}()
