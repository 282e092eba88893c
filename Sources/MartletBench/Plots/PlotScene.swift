import Martlet

/// A figure that both sides draw from the same numbers and write to a PNG file.
struct PlotScene {
  let name: String
  /// Draws on a new figure of `plt`.
  let draw: () -> Void

  static func all() -> [PlotScene] { [grid(), page(), curves()] }

  /// 64 grey pictures in a grid, as one picture of 242 × 242 pixels in colour.
  private static func grid() -> PlotScene {
    let pictures = Tensor((0..<64).flatMap { blob($0).map(Float.init) }).view(64, 1, 28, 28) / 255
    let sheet = makeGrid(pictures).permute(1, 2, 0)
    return PlotScene(name: "grid of 64 pictures") {
      plt.figure(figsize: (8, 8))
      plt.imshow(sheet)
      plt.axis(.off)
      plt.title("64 pictures")
    }
  }

  /// Twenty pictures with a title each.
  private static func page() -> PlotScene {
    let pictures = (0..<20).map { Tensor(blob($0).map(Float.init)).view(28, 28) }
    return PlotScene(name: "page of 4 x 5 axes") {
      plt.figure(figsize: (10, 8))
      for (place, picture) in pictures.enumerated() {
        plt.subplot(4, 5, place + 1)
        plt.imshow(picture, cmap: .gray)
        plt.title("label \(place)")
        plt.axis(.off)
      }
    }
  }

  /// The losses of a training and a validation set.
  private static func curves() -> PlotScene {
    let x = (0..<1000).map(Double.init)
    let (first, second) = (x.map { 100 / ($0 + 50) }, x.map { 80 / ($0 + 30) + 0.2 })
    return PlotScene(name: "two curves") {
      plt.figure()
      plt.plot(x, first, label: "training")
      plt.plot(x, second, label: "validation")
      plt.title("Loss")
      plt.xlabel("iteration")
      plt.ylabel("loss")
      plt.grid()
      plt.legend()
    }
  }

  /// A bright spot whose place depends on its number, 28 × 28 bytes.
  private static func blob(_ number: Int) -> [Int] {
    let (cx, cy) = (8 + number % 12, 8 + number / 6)
    return (0..<784).map { place in
      let (x, y) = (place % 28 - cx, place / 28 - cy)
      return max(0, 255 - 3 * (x * x + y * y))
    }
  }
}
