import Tensors
import Testing

/// Shapes that share memory.
struct ViewTests {
  private let x = Tensor.arange(24).view(2, 3, 4)

  /// Views show each other's changes.
  @Test func shareMemory() {
    let y = x.clone()
    y.view(-1)[5] = Tensor(100)
    y.permute(2, 1, 0)[0, 0, 1] = Tensor(200)
    y[1].unsqueeze(0).squeeze().t()[3] = Tensor(-1)
    #expect(y[0, 1, 1].item() == 100)
    #expect(y[1, 0, 0].item() == 200)
    #expect(y[1, .all, 3].scalars == [-1, -1, -1])
  }

  /// Shapes and strides follow PyTorch's.
  @Test func shapes() {
    #expect(x.permute(2, 0, 1).shape == [4, 2, 3])
    #expect(x.permute(2, 0, 1).strides == [1, 12, 4])
    #expect(x.transpose(0, -1).shape == [4, 3, 2])
    #expect(x.flatten(1).shape == [2, 12])
    #expect(x.flatten(0, 1).shape == [6, 4])
    #expect(Tensor(3).flatten().shape == [1])
    #expect(x.unflatten(2, [2, -1]).shape == [2, 3, 2, 2])
    #expect(x.unsqueeze(-1).shape == [2, 3, 4, 1])
    #expect(Tensor.zeros(1, 2, 1).squeeze().shape == [2])
    #expect(Tensor.zeros(1, 2, 1).squeeze(1).shape == [1, 2, 1])
    #expect(Tensor.zeros(2, 1).expand(3, -1, 5).shape == [3, 2, 5])
    #expect(Tensor.zeros(2, 1).expand(2, 5).strides == [1, 0])
    #expect(Tensor.zeros(2, 0).view(0, 7).shape == [0, 7])
  }

  /// A view of elements that do not lie in order is given where strides allow it, as in PyTorch.
  ///
  /// PyTorch 2.15.0: `torch.arange(24).view(2, 3, 4)[:, :, ::2].view(6, 2).stride()` is `(4, 2)`.
  @Test func viewsOfStridedElements() {
    #expect(x[.all, .all, .stride(by: 2)].view(6, 2).strides == [4, 2])
    #expect(x[.all, 0..<2].view(2, 8).strides == [12, 1])
    #expect(
      x.permute(1, 0, 2).reshape(6, 4).scalars(as: Int.self).prefix(8) == [
        0, 1, 2, 3, 12, 13, 14, 15,
      ])
  }

  /// Every permutation of every view reads the elements it should.
  @Test func permutations() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let y = x.permute(order)
      for i in 0..<y.size(0) {
        for j in 0..<y.size(1) {
          for k in 0..<y.size(2) {
            var place = [0, 0, 0]
            for (axis, index) in zip(order, [i, j, k]) { place[axis] = index }
            let expected = place[0] * 12 + place[1] * 4 + place[2]
            #expect(y[i, j, k].item(as: Int.self) == expected)
          }
        }
      }
      #expect(y.contiguous().scalars == y.scalars)
      #expect(y.contiguous().isContiguous)
    }
  }

  /// Joining and cutting are each other's reverse.
  @Test func joining() {
    for axis in 0..<3 {
      #expect(cat(x.split(2, dim: axis), dim: axis).equal(x))
      #expect(stack(x.unbind(axis), dim: axis).equal(x))
      #expect(cat(x.chunk(3, dim: axis), dim: -3 + axis).equal(x))
    }
    #expect(stack([x, x], dim: -1).shape == [2, 3, 4, 2])
    #expect(cat([Tensor([1]), Tensor([1.5])]).dtype == .float32)
  }
}
