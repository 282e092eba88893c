extension Tensor {
  /// The only element, as `Double`. (A `float32` 0.1 gives 0.10000000149011612, as in Python.)
  public final func item() -> Double { item(as: Double.self) }

  /// The only element, converted to a Swift type.
  ///
  ///     let correct = (prediction .== target).sum().item(as: Int.self)
  public final func item<S: TensorScalar>(as type: S.Type) -> S {
    if count != 1 {
      misuse(
        "there are \(count) elements, not one", in: "item", [Argument("self", self)],
        hint: "pick one (x[0]) or reduce (x.mean()); x.scalars gives all")
    }
    return S(elements.scalar(at: elements.offset))
  }

  /// All elements in reading order, as `Double`.
  public final var scalars: [Double] { scalars(as: Double.self) }

  /// All elements in reading order, converted to a Swift type.
  ///
  ///     Tensor([[1, 2], [3, 4]]).scalars(as: Float.self)  // [1.0, 2.0, 3.0, 4.0]
  public final func scalars<S: TensorScalar>(as type: S.Type) -> [S] {
    contiguousDetached().elements.load(as: S.self)
  }

  /// The elements as arrays nested like the axes, of `Double`, `Int` or `Bool`; a single number
  /// alone.
  public final func tolist() -> Any {
    let flat: [Any] =
      switch dtype {
      case .float32, .float64: scalars(as: Double.self)
      case .bool: scalars(as: Bool.self)
      default: scalars(as: Int.self)
      }
    var level = flat
    for size in shape.reversed() {
      let groups = size == 0 ? 0 : level.count / size
      level = (0..<groups).map { Array(level[$0 * size..<($0 + 1) * size]) }
    }
    return level.first ?? [Any]()
  }

  /// This tensor without history, copied only when its elements do not lie in reading order.
  final func contiguousDetached() -> Tensor {
    isContiguous ? self : noGrad { contiguous() }
  }
}
