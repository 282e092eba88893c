public import Tensors

extension F {
  /// Places added around a tensor.
  ///
  ///     F.pad(Tensor([[1.0, 2.0, 3.0]]), [1, 2])                  // tensor([[0., 1., 2., 3., 0., 0.]])
  ///     F.pad(Tensor([[1.0, 2.0, 3.0]]), [1, 2], mode: .reflect)  // tensor([[2., 1., 2., 3., 2., 1.]])
  ///
  /// - Parameters:
  ///   - input: A tensor of any shape.
  ///   - pad: Places before and after, for the last axis first: `[left, right, top, bottom, ...]`.
  ///     With `.constant`, negative numbers cut places off.
  ///   - mode: What stands at the added places; all but `.constant` need an axis of channels before
  ///     the padded ones.
  ///   - value: The number that `.constant` puts there.
  public static func pad(
    _ input: Tensor, _ pad: [Int], mode: PadMode = .constant, value: Double = 0
  ) -> Tensor { input.pad(pad, mode: mode, value: value) }

  /// For each class number a row of zeros with a one at that place.
  ///
  ///     F.oneHot(Tensor([1, 0]), numClasses: 3)
  ///     // tensor([[0, 1, 0],
  ///     //         [1, 0, 0]])
  ///
  /// - Parameters:
  ///   - input: Whole numbers from 0 on, of any shape.
  ///   - numClasses: The length of a row; one more than the largest number when it is left out.
  public static func oneHot(_ input: Tensor, numClasses: Int? = nil) -> Tensor {
    Tensors.oneHot(input, numClasses: numClasses)
  }
}
