/// For each class number a row of zeros with a one at that place. (PyTorch: `F.one_hot`.)
///
///     oneHot(Tensor([1, 0]), numClasses: 3)
///     // tensor([[0, 1, 0],
///     //         [1, 0, 0]])
///
/// - Parameters:
///   - labels: Whole numbers that are not negative, of any shape.
///   - numClasses: The length of a row; one more than the largest label when it is left out.
/// - Returns: An `int64` tensor with one axis more than `labels`.
public func oneHot(_ labels: Tensor, numClasses: Int? = nil) -> Tensor {
  if labels.dtype.isFloatingPoint || labels.dtype == .bool {
    misuse(
      "labels are whole numbers, not \(labels.dtype.name)", in: "oneHot",
      [Argument("labels", labels)], hint: "convert them: labels.to(.int64)")
  }
  let numbers = labels.scalars(as: Int.self)
  if numClasses == nil, numbers.isEmpty {
    misuse(
      "without labels the number of classes cannot be told", in: "oneHot",
      [Argument("labels", labels)], hint: "pass numClasses:")
  }
  let classes = numClasses ?? (numbers.max() ?? 0) + 1
  if let place = numbers.firstIndex(where: { $0 < 0 || $0 >= classes }) {
    misuse(
      "the label at place \(place) is \(numbers[place]), and there are \(classes) classes",
      in: "oneHot", [Argument("labels", labels)], hint: "labels go from 0 to \(classes - 1)")
  }
  let zeros = Tensor.zeros(labels.shape + [classes], dtype: .int64, device: labels.device)
  return zeros.scatter(-1, labels.detach().unsqueeze(-1), 1)
}
