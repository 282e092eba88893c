import NN
import Tensors
import Testing

extension Seeded {
  /// Dropout keeps its share, scales it up, passes gradients through the same places, and does
  /// nothing in use.
  @Test func dropout() {
    manualSeed(0)
    let layer = Dropout(p: 0.25)
    let x = Tensor.ones([100, 100], requiresGrad: true)
    let y = layer(x)
    let kept = y.scalars.filter { $0 != 0 }
    #expect(kept.allSatisfy { abs($0 - 4.0 / 3) < 1e-6 })
    #expect(abs(Double(kept.count) / 10_000 - 0.75) < 0.02)
    y.sum().backward()
    #expect(x.grad!.scalars == y.scalars)
    layer.eval()
    #expect(layer(x) === x)
  }

  /// `Dropout2d` drops whole channels, and single elements of a matrix.
  @Test func channelDropout() {
    manualSeed(0)
    let y = Dropout2d(p: 0.5)(Tensor.ones(8, 16, 3, 3)).view(128, 9)
    for channel in 0..<128 {
      #expect(Set(y[channel].scalars).count == 1)
    }
    #expect(Set(y.scalars) == [0, 2])
    #expect(Set(F.dropout2d(Tensor.ones(4, 64)).scalars) == [0, 2])
  }

  /// The ends of the range: nothing is dropped, or everything.
  @Test func certainDropout() {
    let x = Tensor.ones(4)
    #expect(F.dropout(x, p: 0) === x)
    #expect(F.dropout(x, p: 1).scalars == [0, 0, 0, 0])
  }
}
