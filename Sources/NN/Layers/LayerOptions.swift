internal import Tensors

/// Stops when a size that a layer is made with is not positive.
func requirePositive(_ sizes: KeyValuePairs<String, Int>, in layer: String) {
  for (name, size) in sizes where size < 1 {
    misuse("\(name) must be positive, and is \(size)", in: layer)
  }
}
