import Tensors
import Testing

@testable import Vision

/// The drawn photograph.
struct SamplePhotoTests {
  /// The same bytes on every machine, in the tutorial's size.
  @Test func isTheSameEverywhere() {
    let photo = samplePhoto()
    #expect(photo.shape == [222, 221, 3])
    #expect(photo.dtype == .uint8)
    #expect(fingerprint(photo.scalars(as: UInt8.self)) == 5_977_855_046_716_453_187)
  }

  /// It has dark and bright parts in each channel, as a photograph has.
  @Test func usesTheWholeRange() {
    let photo = samplePhoto().to(.float32)
    for channel in 0..<3 {
      let plane = photo[.all, .all, channel]
      #expect(plane.min().item() < 30)
      #expect(plane.max().item() > 225)
      #expect(plane.std().item() > 40)
    }
  }
}
