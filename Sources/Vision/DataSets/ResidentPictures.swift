import Tensors

/// A data set whose byte pictures all lie in memory, from which whole batches can be made at once.
protocol ResidentPictures: BatchAssembling {
  /// All pictures, `uint8` `[count, height, width]` or `[count, height, width, channels]`.
  var data: Tensor { get }
  /// All labels, `int64` `[count]`.
  var targets: Tensor { get }
  /// What each picture goes through when it is taken.
  var transform: (any Transform)? { get }
}

extension ResidentPictures {
  /// The transformed picture of an index that exists.
  func picture(_ index: Int) -> Tensor {
    let picture = data[index]
    return transform.map { $0(picture) } ?? picture.clone()
  }

  /// Stops the cell at an index that does not exist.
  func checkIndex(_ index: Int, _ name: String) {
    guard index >= 0, index < data.size(0) else {
      misuse(
        "there is no item \(index)", in: name,
        hint: "the \(data.size(0)) items have the indices 0 to \(data.size(0) - 1)")
    }
  }

  /// A gather that moves and looks up bytes, where the transform only moves and maps them.
  var batchAssembler: BatchAssembler? {
    guard let transform, let plan = BytePlan(transform, pictures: data) else { return nil }
    return BatchAssembler(drawsRandomNumbers: plan.isRandom) { [data, targets] indices in
      let labels = targets.elements.pointer(Int64.self)
      return (
        plan.batch(of: data, indices),
        Tensor(scalars: indices.map { labels[$0] }, shape: [indices.count])
      )
    }
  }
}
