public import Tensors

/// A table of learned vectors, looked up by number.
///
///     let layer = Embedding(10, 3)
///     layer(Tensor([[1, 2, 4, 5], [4, 3, 2, 9]])).shape  // [2, 4, 3]
///
/// Unlike PyTorch's, its gradients are never sparse.
public final class Embedding: Module {
  /// `[numEmbeddings, embeddingDim]`, at first drawn from the normal distribution.
  public let weight: Parameter
  /// Number of vectors.
  public let numEmbeddings: Int
  /// Size of a vector.
  public let embeddingDim: Int
  /// The number whose vector is zero at first and gets no gradient.
  public let paddingIdx: Int?
  private let maxNorm: Double?
  private let normType: Double
  private let scaleGradByFreq: Bool

  /// Makes a layer with PyTorch's initial values.
  ///
  /// - Parameters:
  ///   - numEmbeddings: Number of vectors.
  ///   - embeddingDim: Size of a vector.
  ///   - paddingIdx: A number whose vector is zero at first and gets no gradient; negative ones
  ///     count from the end.
  ///   - maxNorm: The greatest norm of a vector; longer ones are shortened when they are used.
  ///   - normType: Which norm that is: 2 for the length.
  ///   - scaleGradByFreq: Whether a vector's gradient is divided by how often it was used.
  public convenience init(
    _ numEmbeddings: Int, _ embeddingDim: Int, paddingIdx: Int? = nil, maxNorm: Double? = nil,
    normType: Double = 2, scaleGradByFreq: Bool = false
  ) {
    requirePositive(
      ["numEmbeddings": numEmbeddings, "embeddingDim": embeddingDim], in: "Embedding")
    let values = Tensor.empty([numEmbeddings, embeddingDim]).fillNormal()
    self.init(
      values, paddingIdx: paddingIdx, maxNorm: maxNorm, normType: normType,
      scaleGradByFreq: scaleGradByFreq)
    if let row = self.paddingIdx { values[row].fill(0) }
  }

  /// Makes a layer of given vectors. (PyTorch: `Embedding.from_pretrained`.)
  ///
  /// - Parameters:
  ///   - vectors: `[numEmbeddings, embeddingDim]`; the layer shares its elements.
  ///   - freeze: Whether they stay as they are.
  ///   - paddingIdx: A number whose vector gets no gradient.
  public convenience init(pretrained vectors: Tensor, freeze: Bool = true, paddingIdx: Int? = nil) {
    if vectors.ndim != 2 {
      misuse(
        "the vectors must have two axes, [numEmbeddings, embeddingDim]", in: "Embedding",
        [Argument("vectors", vectors)])
    }
    self.init(
      vectors, paddingIdx: paddingIdx, maxNorm: nil, normType: 2, scaleGradByFreq: false)
    weight.requiresGrad = !freeze
  }

  private init(
    _ values: Tensor, paddingIdx: Int?, maxNorm: Double?, normType: Double,
    scaleGradByFreq: Bool
  ) {
    (numEmbeddings, embeddingDim) = (values.shape[0], values.shape[1])
    if let paddingIdx, !(-numEmbeddings..<numEmbeddings).contains(paddingIdx) {
      misuse(
        "paddingIdx is \(paddingIdx), and there are \(numEmbeddings) vectors", in: "Embedding",
        hint: "use 0...\(numEmbeddings - 1)")
    }
    let count = numEmbeddings
    self.paddingIdx = paddingIdx.map { $0 < 0 ? $0 + count : $0 }
    self.maxNorm = maxNorm
    self.normType = normType
    self.scaleGradByFreq = scaleGradByFreq
    weight = Parameter(values)
  }

  /// Looks the vectors up.
  ///
  /// - Parameter x: Whole numbers of any shape.
  /// - Returns: The same shape with an axis for the vectors at its end.
  public override func forward(_ x: Tensor) -> Tensor {
    F.embedding(
      x, weight, paddingIdx: paddingIdx, maxNorm: maxNorm, normType: normType,
      scaleGradByFreq: scaleGradByFreq)
  }

  /// The options as PyTorch prints them: those that differ from the default.
  public override var extraRepr: String {
    var text = "\(numEmbeddings), \(embeddingDim)"
    if let paddingIdx { text += ", padding_idx=\(paddingIdx)" }
    if let maxNorm { text += ", max_norm=\(maxNorm)" }
    if normType != 2 { text += ", norm_type=\(normType)" }
    if scaleGradByFreq { text += ", scale_grad_by_freq=True" }
    return text
  }
}
