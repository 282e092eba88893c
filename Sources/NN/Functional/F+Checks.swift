internal import Tensors

/// The elements side by side in reading order, outside the record of gradients: what kernels read.
func plainElements(_ tensor: Tensor) -> StridedView { tensor.detach().contiguous().elements }

/// Stops when a tensor has no floating point elements.
func requireFloatingPoint(_ tensor: Tensor, _ name: String, in operation: String) {
  if tensor.dtype.isFloatingPoint { return }
  misuse(
    "\(name) must be floating point, and is \(tensor.dtype.name)", in: operation,
    [Argument(name, tensor)], hint: "convert it with \(name).to(.float32)")
}

/// Stops when two tensors differ in type or device.
func requireSameKind(
  _ first: Tensor, _ firstName: String, _ second: Tensor, _ secondName: String,
  in operation: String
) {
  if first.dtype != second.dtype {
    misuse(
      "\(firstName) is \(first.dtype.name) and \(secondName) is \(second.dtype.name)",
      in: operation, [Argument(firstName, first), Argument(secondName, second)],
      hint: "convert one of them, such as with \(firstName).to(.\(second.dtype.name))")
  }
  if first.device != second.device {
    misuse(
      "\(firstName) is on \(first.device) and \(secondName) on \(second.device)", in: operation,
      [Argument(firstName, first), Argument(secondName, second)],
      hint: "move one of them, such as with \(firstName).to(.\(second.device))")
  }
}
