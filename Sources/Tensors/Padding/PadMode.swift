/// What `pad` puts around a tensor.
public enum PadMode: String, Sendable, CaseIterable {
  /// One number.
  case constant
  /// The elements next to the edge, mirrored at the edge element: `[1, 2, 3]` becomes
  /// `[3, 2, 1, 2, 3, 2, 1]`.
  case reflect
  /// The edge element again and again.
  case replicate
  /// The elements at the other end, as if the tensor were a ring.
  case circular

  /// For each place of a padded axis, the element of the axis of size `size` that stands there.
  func sources(before: Int, after: Int, size: Int) -> [Int] {
    (-before..<size + after).map { place in
      switch self {
      case .constant, .replicate: min(max(place, 0), size - 1)
      case .reflect: place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place
      case .circular: (place + size) % size
      }
    }
  }
}
