extension Tensor {
  /// The elements sorted along an axis, and where each of them was.
  ///
  ///     let (values, indices) = Tensor([3.0, 1, 2]).sort()
  ///     // tensor([1., 2., 3.]), tensor([1, 2, 0])
  ///
  /// Equal elements keep their order; not a number counts as larger than all.
  public final func sort(
    dim: Int = -1, descending: Bool = false
  ) -> (values: Tensor, indices: Tensor) {
    let axis = axis(dim, in: "sort")
    let (values, indices) = sorted(axis, descending)
    return (recordTaking(values, axis, indices, "SortBackward0"), indices)
  }

  /// Where the elements of the sorted tensor are in this one, along an axis.
  ///
  ///     Tensor([3.0, 1, 2]).argsort()  // tensor([1, 2, 0])
  public final func argsort(dim: Int = -1, descending: Bool = false) -> Tensor {
    sorted(axis(dim, in: "argsort"), descending).indices
  }

  /// The `k` largest elements along an axis, the largest first, and where they are.
  ///
  ///     Tensor([3.0, 1, 2]).topk(2).values  // tensor([3., 2.])
  ///
  /// With `largest: false` the smallest ones. Of equal elements the first is taken; PyTorch leaves
  /// open which.
  public final func topk(
    _ k: Int, dim: Int = -1, largest: Bool = true
  ) -> (values: Tensor, indices: Tensor) {
    let axis = axis(dim, in: "topk")
    let size = ndim == 0 ? 1 : layout.shape[axis]
    if k < 0 || k > size {
      misuse(
        "\(k) elements of an axis of size \(size)", in: "topk",
        [ndim == 0 ? Argument("self", self) : Argument("self", self, at: axis)],
        hint: "k goes from 0 to \(size)")
    }
    let (all, places) = sorted(axis, largest)
    if ndim == 0 { return (recordTaking(all, axis, places, "TopkBackward0"), places) }
    let (values, indices) = noGrad {
      (
        all.narrow(axis, start: 0, length: k).clone(),
        places.narrow(axis, start: 0, length: k).clone()
      )
    }
    return (recordTaking(values, axis, indices, "TopkBackward0"), indices)
  }

  private func sorted(_ axis: Int, _ descending: Bool) -> (values: Tensor, indices: Tensor) {
    let values = Tensor.empty(shape, dtype: dtype, device: device)
    let indices = Tensor.empty(shape, dtype: .int64, device: device)
    if ndim == 0 {
      device.backend.copy(elements, into: values.layout)
      device.backend.fill(indices.layout, .int(0))
    } else {
      device.backend.sort(
        elements, axis: axis, descending: descending, values: values.layout,
        indices: indices.layout)
    }
    return (values, indices)
  }
}
