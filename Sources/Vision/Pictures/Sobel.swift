import Tensors

/// The change of brightness along x or y, by the kernel of Sobel and Feldman (1968).
///
///     let across = sobel(photo, dx: 1, dy: 0)                    // edges that stand upright
///     let down = sobel(photo, dx: 0, dy: 1)
///     let edges = (across * across + down * down).sqrt()
///
/// The numbers are those of `cv2.Sobel(photo, cv2.CV_32F, dx, dy)`, with the kernels
/// `[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]` and its transpose, and reflected borders. With
/// `depth: .same`, bytes saturate, so that edges from light to dark vanish.
///
/// - Parameters:
///   - picture: `uint8` or `float32`, `[height, width]` or `[height, width, channels]`.
///   - dx: 1 for the change along x.
///   - dy: 1 for the change along y; exactly one of the two.
///   - depth: What the numbers of the result are.
public func sobel(_ picture: Tensor, dx: Int, dy: Int, depth: FilterDepth = .float32) -> Tensor {
  guard (dx, dy) == (1, 0) || (dx, dy) == (0, 1) else {
    misuse("dx is \(dx) and dy \(dy)", in: "sobel", hint: "one of them is 1, the other 0")
  }
  let kernel = Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
  return filter2D(picture, dx == 1 ? kernel : kernel.permute(1, 0), depth: depth)
}
