import Foundation
import Images
import Plots
import Tensors
import Testing

/// Tensors as pictures.
@Suite struct TensorPictureTests {
  /// A tensor and the same numbers as rows give the same figure.
  @Test func numbers() throws {
    let rows = [[0.0, 1, 2], [3, 4, 5]]
    #expect(try sheet { $0.imshow(Tensor(rows)) } == sheet { $0.imshow(rows) })
    let last = Tensor(rows).view(2, 3, 1)
    #expect(try sheet { $0.imshow(last) } == sheet { $0.imshow(rows) })
    // A view in another order is read in its own order.
    let turned = Tensor([[0.0, 3], [1, 4], [2, 5]]).permute(1, 0)
    #expect(try sheet { $0.imshow(turned) } == sheet { $0.imshow(rows) })
  }

  /// Floating colours go from 0 to 1 and are clipped; integers go from 0 to 255.
  @Test func colours() throws {
    let image = Image(width: 1, height: 2, channels: 3, pixels: [255, 0, 51, 0, 255, 102])
    let expected = try sheet { $0.imshow(image) }
    let floats = Tensor([1.0, -2, 0.2, 0, 7, 0.4]).view(2, 1, 3)
    #expect(try sheet { $0.imshow(floats) } == expected)
    let integers = Tensor([255, -5, 51, 0, 300, 102]).view(2, 1, 3)
    #expect(try sheet { $0.imshow(integers) } == expected)
    #expect(try sheet { $0.imshow(integers.clamp(min: 0, max: 255).to(.uint8)) } == expected)
  }

  /// Arrays of any number type, as rows of numbers or of pixels.
  @Test func arrays() throws {
    let expected = try sheet { $0.imshow([[0.0, 1, 2], [3, 4, 5]]) }
    let (ints, bytes): ([[Int]], [[UInt8]]) = ([[0, 1, 2], [3, 4, 5]], [[0, 1, 2], [3, 4, 5]])
    #expect(try sheet { $0.imshow(ints) } == expected && sheet { $0.imshow(bytes) } == expected)
    #expect(try sheet { $0.imshow([[0, 1, 2], [3, 4, 5]]) } == expected)
    let pixels: [[[UInt8]]] = [[[255, 0, 51]], [[0, 255, 102]]]
    let image = Image(width: 1, height: 2, channels: 3, pixels: [255, 0, 51, 0, 255, 102])
    #expect(try sheet { $0.imshow(pixels) } == sheet { $0.imshow(image) })
    #expect(try sheet { $0.heatmap(ints) } == sheet { $0.heatmap([[0.0, 1, 2], [3, 4, 5]]) })
  }

  /// A tensor of one axis is a curve.
  @Test func curve() throws {
    let tensor = try sheet { $0.plot(Tensor([1.0, 3, 2])) }
    #expect(try sheet { $0.plot([1.0, 3, 2]) } == tensor)
  }

  private func sheet(_ draw: (Axes) -> Void) throws -> Image {
    let figure = Figure(figsize: (2, 2))
    draw(figure.subplot())
    let path = NSTemporaryDirectory() + UUID().uuidString + ".png"
    defer { unlink(path) }
    try figure.savefig(path)
    return try readImage(path)
  }
}
