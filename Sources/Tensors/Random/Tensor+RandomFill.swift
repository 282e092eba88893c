extension Tensor {
  /// Sets every element to a random number between `low` and `high`. (PyTorch: `uniform_`.)
  @discardableResult
  public final func fillUniform(
    _ low: Double = 0, _ high: Double = 1, generator: Generator = .shared
  ) -> Tensor {
    checkFloating("fillUniform")
    return fillRandomly("fillUniform") { view in
      generator.withState { state in
        if view.dtype == .float32 {
          // Rounded once: PyTorch's compiler fuses the product and the sum.
          let (start, length) = (Float(low), Float(high) - Float(low))
          view.generate(Float.self) { start.addingProduct(state.uniform(), length) }
        } else {
          view.generate(Double.self) { low.addingProduct(state.uniform(), high - low) }
        }
      }
    }
  }

  /// Sets every element to a random number of the normal distribution. (PyTorch: `normal_`.)
  @discardableResult
  public final func fillNormal(
    mean: Double = 0, std: Double = 1, generator: Generator = .shared
  ) -> Tensor {
    checkFloating("fillNormal")
    let isContiguous = isContiguous
    return fillRandomly("fillNormal") { view in
      generator.withState { state in
        if !isContiguous || view.count < NormalBlock.count {
          view.generate { state.normal() * std + mean }
        } else if view.dtype == .float32 {
          view.generateNormal({ state.uniform() as Float }) {
            NormalBlock.fill($0, mean: Float(mean), std: Float(std))
          }
        } else {
          view.generateNormal({ state.uniform() as Double }) {
            NormalBlock.fill($0, mean: mean, std: std)
          }
        }
      }
    }
  }

  /// Sets every element to a random whole number in `low..<high`. (PyTorch: `random_`.)
  @discardableResult
  public final func fillRandint(_ low: Int, _ high: Int, generator: Generator = .shared) -> Tensor {
    if low >= high {
      misuse("no whole number is at least \(low) and below \(high)", in: "randint")
    }
    let range = UInt64(bitPattern: Int64(high &- low))
    return fillRandomly("randint") { view in
      generator.withState { state in
        view.generate { low &+ Int(truncatingIfNeeded: state.whole(below: range)) }
      }
    }
  }

  /// Lets `fill` store numbers in reading order, wherever the elements lie.
  private func fillRandomly(_ name: String, _ fill: (StridedView) -> Void) -> Tensor {
    if beginChange(name) {
      misuse(
        "random numbers have no gradient", in: name, [Argument("self", self)],
        hint: "wrap the change in noGrad { }")
    }
    let target = elements
    if target.isContiguous {
      fill(target)
    } else {
      let ordered = StridedView(empty: target.shape, dtype, device: device)
      fill(ordered)
      device.backend.copy(ordered, into: target)
    }
    return self
  }
}
