public import Tensors

extension F {
  /// The maximum of each window of each channel of a sequence.
  ///
  ///     F.maxPool1d(Tensor([[1.0, 3.0, 2.0, 0.0]]), kernelSize: 2)  // tensor([[3., 2.]])
  ///
  /// - Parameters:
  ///   - input: Sequences `[N, C, L]`, or one `[C, L]`.
  ///   - kernelSize: Length of a window.
  ///   - stride: Steps between windows; as much as the window's length when nil.
  ///   - padding: Places added at both ends, which never win; at most half a window.
  ///   - dilation: Steps between the places of a window.
  ///   - ceilMode: Whether a last window may run over the end.
  public static func maxPool1d(
    _ input: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) -> Tensor {
    overSequences(input, in: "maxPool1d") {
      maxPool2d(
        $0, kernelSize: (1, kernelSize), stride: (1, stride ?? kernelSize), padding: (0, padding),
        dilation: (1, dilation), ceilMode: ceilMode)
    }
  }

  /// The mean of each window of each channel of a sequence.
  ///
  /// - Parameters:
  ///   - input: Sequences `[N, C, L]`, or one `[C, L]`.
  ///   - kernelSize: Length of a window.
  ///   - stride: Steps between windows; as much as the window's length when nil.
  ///   - padding: Zeros at both ends; at most half a window.
  ///   - ceilMode: Whether a last window may run over the end.
  ///   - countIncludePad: Whether the mean counts the padding's zeros.
  public static func avgPool1d(
    _ input: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
  ) -> Tensor {
    overSequences(input, in: "avgPool1d") {
      avgPool2d(
        $0, kernelSize: (1, kernelSize), stride: (1, stride ?? kernelSize), padding: (0, padding),
        ceilMode: ceilMode, countIncludePad: countIncludePad)
    }
  }

  /// Lets a function of images do sequences, as images of height one.
  static func overSequences(
    _ input: Tensor, in operation: String, _ function: (Tensor) -> Tensor
  ) -> Tensor {
    guard input.ndim == 2 || input.ndim == 3 else {
      misuse(
        "input must be a batch [N, C, L] or a sequence [C, L]", in: operation,
        [Argument("input", input)],
        hint: input.ndim == 1
          ? "add a channel axis with x.unsqueeze(0)" : "bring it to three axes with view")
    }
    return function(input.unsqueeze(-2)).squeeze(-2)
  }
}
