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

extension Seeded {
  /// `Dropout2d` of a matrix drops single elements, and of three axes whole rows, each with
  /// PyTorch's warning, once.
  @Test func oddChannelDropout() async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      manualSeed(0)
      for _ in 0..<3 { precondition(Set(F.dropout2d(Tensor.ones(4, 64)).scalars) == [0, 2]) }
      let rows = F.dropout2d(Tensor.ones(8, 16, 5)).view(128, 5)
      for row in 0..<128 { precondition(Set(rows[row].scalars).count == 1) }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      text == """
        UserWarning: dropout2d: Received a 2-D input to dropout2d, which is deprecated and will \
        result in an error in a future release. To retain the behavior and silence this warning, \
        please use dropout instead. Note that dropout2d exists to provide channel-wise dropout on \
        inputs with 2 spatial dimensions, a channel dimension, and an optional batch dimension \
        (i.e. 3D or 4D inputs).
        UserWarning: dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D \
        dropout behavior is desired - input is interpreted as shape (N, C, L), where C is the \
        channel dim. This behavior will change in a future release to interpret the input as one \
        without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout \
        behavior, please switch to using dropout1d instead.

        """)
  }

  /// `Dropout1d` drops whole channels of sequences.
  @Test func sequenceDropout() {
    manualSeed(0)
    for x in [Tensor.ones(8, 16, 5), Tensor.ones(64, 5)] {
      let rows = Dropout1d(0.5)(x).view(-1, 5)
      for row in 0..<rows.shape[0] { #expect(Set(rows[row].scalars).count == 1) }
      #expect(Set(rows.scalars) == [0, 2])
    }
  }
}
