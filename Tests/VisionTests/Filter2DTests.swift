import Tensors
import Testing

@testable import Vision

/// Filters with the numbers of OpenCV 5.0.0.
///
///     pixels = lambda n: np.array([(i*i*37 + i*101 + 17) % 256 for i in range(n)], np.uint8)
///     gray, color = pixels(12).reshape(3, 4), pixels(24).reshape(2, 4, 3)
///     cv2.filter2D(gray, -1, kernel).flatten().tolist()
struct Filter2DTests {
  let sobel = Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])

  private func pixels(_ shape: Int...) -> Tensor {
    let count = shape.reduce(1, *)
    let values = (0..<count).map { (i: Int) -> UInt8 in UInt8((i * i * 37 + i * 101 + 17) % 256) }
    return Tensor(scalars: values, shape: shape)
  }

  /// Sums saturate, and with a float depth they keep their sign and size.
  @Test func filtersGrey() {
    let edges = filter2D(pixels(3, 4), sobel)
    #expect(edges.dtype == .uint8)
    #expect(edges.shape == [3, 4])
    #expect(edges.scalars == [0, 24, 104, 0, 0, 0, 255, 0, 0, 0, 255, 0])
    let signed = filter2D(pixels(3, 4), sobel, depth: .float32)
    #expect(signed.dtype == .float32)
    #expect(signed.scalars == [0, 24, 104, 0, 0, -72, 264, 0, 0, -168, 424, 0])
  }

  /// Each channel is filtered by itself.
  @Test func filtersColour() {
    let sharp = filter2D(pixels(2, 4, 3), Tensor([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]))
    #expect(
      sharp.scalars == [
        0, 0, 0, 255, 255, 255, 81, 255, 0, 43, 0, 255, 255, 255, 255, 0, 0, 0, 255, 203, 255, 0,
        255, 0,
      ])
  }

  /// Kernels with an even size, wider than the picture, fractional; a picture of one pixel.
  @Test func filtersAtTheEdges() {
    let gray = pixels(3, 4)
    #expect(
      filter2D(gray, Tensor([[1, 0], [0, -1]])).scalars
        == [150, 90, 56, 22, 0, 0, 0, 0, 46, 162, 48, 0])
    #expect(
      filter2D(gray, Tensor([[1, 2, 3, 4, 5, 6, 7]]), depth: .float32).scalars
        == [3324, 3270, 3554, 2828, 5484, 5254, 5122, 5532, 3932, 3782, 3490, 3500])
    #expect(
      filter2D(gray, Tensor([[0.5]])).scalars == [8, 78, 56, 70, 122, 84, 82, 116, 60, 42, 60, 114])
    #expect(
      filter2D(gray, Tensor.full([3, 3], 1.0 / 9)).scalars
        == [165, 159, 170, 165, 133, 131, 156, 154, 161, 164, 173, 176])
    #expect(filter2D(pixels(1, 1), Tensor.ones(3, 3)).scalars == [153])
  }

  /// Floating-point pictures stay what they are, and so does a view of a picture.
  @Test func filtersFloatsAndViews() {
    let gray = pixels(3, 4)
    #expect(
      filter2D(gray.to(.float32) / 256, sobel).scalars
        == [0, 0.09375, 0.40625, 0, 0, -0.28125, 1.03125, 0, 0, -0.65625, 1.65625, 0])
    let turned = filter2D(gray.t(), sobel.t()).t()
    #expect(turned.scalars == filter2D(gray, sobel).scalars)
  }

  /// The tutorial's picture: both directions, added with wrap-around, beside the photograph.
  @Test func findsEdgesOfThePhotograph() {
    let photo = samplePhoto()
    let edges = filter2D(photo, sobel) + filter2D(photo, sobel.t())
    #expect(edges.shape == [222, 221, 3])
    #expect(edges.dtype == .uint8)
    #expect(hstack([photo, edges]).shape == [222, 442, 3])
    let strong = filter2D(photo, sobel, depth: .float32).abs() .> 300
    #expect(strong.sum().item(as: Int.self) > 1000)
  }
}
