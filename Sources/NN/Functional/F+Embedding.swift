public import Tensors

extension F {
  /// The rows of a table that numbers point at: a vector for each number.
  ///
  ///     let table = Tensor([[0.0, 0.0], [1.0, 2.0], [3.0, 4.0]])
  ///     F.embedding(Tensor([2, 1]), table)
  ///     // tensor([[3., 4.],
  ///     //         [1., 2.]])
  ///
  /// - Parameters:
  ///   - input: Whole numbers of any shape, from 0 to the number of rows less one.
  ///   - weight: The table, `[number of rows, size of a vector]`.
  ///   - paddingIdx: A number whose row gets no gradient; negative ones count from the end.
  ///   - maxNorm: The greatest norm of a row; longer ones that are used are shortened in the table
  ///     itself.
  ///   - normType: Which norm that is: 2 for the length.
  ///   - scaleGradByFreq: Whether a row's gradient is divided by how often the row was used.
  /// - Returns: The shape of `input` with an axis for the vectors at its end.
  public static func embedding(
    _ input: Tensor, _ weight: Tensor, paddingIdx: Int? = nil, maxNorm: Double? = nil,
    normType: Double = 2, scaleGradByFreq: Bool = false
  ) -> Tensor {
    checkEmbedding(input, weight, paddingIdx)
    let (rows, size) = (weight.shape[0], weight.shape[1])
    let places = input.detach().to(.int64).contiguous().view(-1)
    requirePlaces(places, rows: rows, input, weight)
    if let maxNorm { shorten(weight, at: places, to: maxNorm, normType) }
    let table = weight.detach().contiguous()
    let output = Tensor.empty(input.shape + [size], dtype: weight.dtype, device: weight.device)
    weight.device.backend.gather(
      table.view(1, rows, size).elements, places.elements,
      into: output.view(1, places.count, size).elements)
    let skipped = paddingIdx.map { $0 < 0 ? $0 + rows : $0 }
    return .differentiable(
      "EmbeddingBackward0", output, inputs: [weight], saving: [places]
    ) { gradient, saved in
      var share = gradient.reshape(-1, size)
      let factors = embeddingFactors(saved[0], skipped, scaleGradByFreq)
      if let factors { share = share * Tensor(factors, dtype: gradient.dtype).unsqueeze(1) }
      let result = Tensor.zeros([1, rows, size], dtype: gradient.dtype, device: gradient.device)
      gradient.device.backend.scatter(
        share.contiguous().view(1, -1, size).elements, saved[0].elements, into: result.elements,
        accumulating: true)
      return [result.view(rows, size)]
    }
  }

  /// What the gradient of each looked-up row is multiplied by; nil where that is always one.
  private static func embeddingFactors(
    _ places: Tensor, _ skipped: Int?, _ scaleGradByFreq: Bool
  ) -> [Double]? {
    if skipped == nil, !scaleGradByFreq { return nil }
    let numbers = places.scalars(as: Int.self)
    var uses: [Int: Int] = [:]
    for number in numbers { uses[number, default: 0] += 1 }
    return numbers.map { number in
      if number == skipped { return 0 }
      return scaleGradByFreq ? 1 / Double(uses[number] ?? 1) : 1
    }
  }

  /// Shortens the rows at `places` that are longer than `maxNorm`, as PyTorch does (with 1e-7 added
  /// to the norm that is divided by).
  private static func shorten(
    _ weight: Tensor, at places: Tensor, to maxNorm: Double, _ normType: Double
  ) {
    noGrad {
      for row in Set(places.scalars(as: Int.self)).sorted() {
        let values = weight.detach()[row]
        let norm = values.abs().pow(normType).sum().pow(1 / normType).item()
        if norm > maxNorm { values.multiplyInPlace(maxNorm / (norm + 1e-7)) }
      }
    }
  }

  private static func checkEmbedding(_ input: Tensor, _ weight: Tensor, _ paddingIdx: Int?) {
    requireFloatingPoint(weight, "weight", in: "embedding")
    if weight.ndim != 2 {
      misuse(
        "weight must have two axes, [number of rows, size of a vector]", in: "embedding",
        [Argument("weight", weight)])
    }
    if input.dtype.isFloatingPoint || input.dtype == .bool {
      misuse(
        "input must hold whole numbers, and is \(input.dtype.name)", in: "embedding",
        [Argument("input", input)], hint: "convert it with input.to(.int64)")
    }
    if let paddingIdx, !(-weight.shape[0]..<weight.shape[0]).contains(paddingIdx) {
      misuse(
        "paddingIdx is \(paddingIdx), and there are \(weight.shape[0]) rows", in: "embedding",
        [Argument("weight", weight, at: 0)])
    }
  }

  private static func requirePlaces(
    _ places: Tensor, rows: Int, _ input: Tensor, _ weight: Tensor
  ) {
    let numbers = places.scalars(as: Int.self)
    guard let index = numbers.firstIndex(where: { $0 < 0 || $0 >= rows }) else { return }
    misuse(
      "the number at place \(index) is \(numbers[index]), and there are \(rows) rows",
      in: "embedding", [Argument("input", input), Argument("weight", weight, at: 0)],
      hint: "numbers go from 0 to \(rows - 1)")
  }
}
