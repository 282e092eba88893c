import NN
import Tensors
import Vision

/// Points around two places, which a small network soon tells apart.
struct Blobs: Dataset {
  let count: Int

  subscript(index: Int) -> (Tensor, Int) {
    let label = index % 2
    let angle = Double(index * 37 % 100) / 16
    let middle = label == 0 ? -1.0 : 1.0
    return (Tensor([middle + 0.3 * angle.wave, middle - 0.3 * (angle + 1).wave]), label)
  }
}

extension Double {
  /// A wave from -1 to 1 without the sine.
  fileprivate var wave: Double {
    let part = self.truncatingRemainder(dividingBy: 2)
    return part < 1 ? 2 * part - 1 : 3 - 2 * part
  }
}

/// A network for `Blobs`.
final class Small: Module {
  let first = Linear(2, 8)
  let drop = Dropout(p: 0.2)
  let last = Linear(8, 2)

  override func forward(_ x: Tensor) -> Tensor { last(drop(F.relu(first(x)))) }
}
