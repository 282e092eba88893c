public import Tensors

extension F {
  /// Places added around a tensor.
  ///
  ///     F.pad(Tensor([1.0, 2.0, 3.0]), [1, 2])                 // tensor([0., 1., 2., 3., 0., 0.])
  ///     F.pad(Tensor([1.0, 2.0, 3.0]), [1, 2], mode: .reflect) // tensor([2., 1., 2., 3., 2., 1.])
  ///
  /// - Parameters:
  ///   - input: A tensor of any shape.
  ///   - pad: Places before and after, for the last axis first: `[left, right, top, bottom, ...]`.
  ///     With `.constant`, negative numbers cut places off.
  ///   - mode: What stands at the added places.
  ///   - value: The number that `.constant` puts there.
  ///
  /// Unlike PyTorch, the other modes work for any number of axes.
  public static func pad(
    _ input: Tensor, _ pad: [Int], mode: PadMode = .constant, value: Double = 0
  ) -> Tensor {
    let steps = padSteps(input, pad, mode)
    let output = noGrad {
      steps.reduce(input.detach()) { x, step in
        step.places.map { gathered(x, step.axis, $0) } ?? extended(x, step, value)
      }
    }
    return .differentiable(mode.node(axes: steps.count), output, inputs: [input], saving: []) {
      gradient, _ in
      [
        steps.reversed().reduce(gradient) { y, step in
          if let places = step.places { return scattered(y, step.axis, places, step.size) }
          return extended(y, step.reversed, 0)
        }
      ]
    }
  }

  private static func padSteps(_ input: Tensor, _ pad: [Int], _ mode: PadMode) -> [PadStep] {
    if !pad.count.isMultiple(of: 2) || pad.count / 2 > input.ndim {
      misuse(
        "pad needs two numbers for each of the last axes, and has \(pad.count)", in: "pad",
        [Argument("input", input)], hint: "write [left, right, top, bottom]")
    }
    return (0..<pad.count / 2).compactMap { index in
      let axis = input.ndim - 1 - index
      let (before, after) = (pad[2 * index], pad[2 * index + 1])
      let size = input.shape[axis]
      if mode == .constant {
        if size + before + after < 0 {
          misuse(
            "pad cuts off \(-before - after) places of \(size)", in: "pad",
            [Argument("input", input, at: axis)])
        }
        if before == 0, after == 0 { return nil }
        return PadStep(axis: axis, size: size, before: before, after: after, places: nil)
      }
      let limit = mode == .reflect ? size - 1 : mode == .circular ? size : .max
      if min(before, after) < 0 || max(before, after) > limit || size == 0 {
        misuse(
          "mode .\(mode.rawValue) cannot add (\(before), \(after)) places to an axis of \(size)",
          in: "pad", [Argument("input", input, at: axis)],
          hint: limit == .max || size == 0
            ? "use numbers from 0 on, and no empty axis" : "use at most \(limit)")
      }
      let places = (-before..<size + after).map { mode.place(of: $0, size: size) }
      return PadStep(axis: axis, size: size, before: before, after: after, places: places)
    }
  }

  /// The parts of an axis at the given places.
  private static func gathered(_ x: Tensor, _ axis: Int, _ places: [Int]) -> Tensor {
    let (outer, inner) = around(x, axis)
    var shape = x.shape
    shape[axis] = places.count
    let result = Tensor.empty(shape, dtype: x.dtype, device: x.device)
    x.device.backend.gather(
      x.contiguous().view(outer, x.shape[axis], inner).elements, Tensor(places).elements,
      into: result.view(outer, places.count, inner).elements)
    return result
  }

  /// The sums of what went to each place of an axis: the transpose of `gathered`.
  private static func scattered(
    _ y: Tensor, _ axis: Int, _ places: [Int], _ size: Int
  ) -> Tensor {
    let (outer, inner) = around(y, axis)
    var shape = y.shape
    shape[axis] = size
    let result = Tensor.zeros(shape, dtype: y.dtype, device: y.device)
    y.device.backend.scatter(
      y.contiguous().view(outer, places.count, inner).elements, Tensor(places).elements,
      into: result.view(outer, size, inner).elements, accumulating: true)
    return result
  }

  /// One value added around an axis, or places cut off.
  private static func extended(_ x: Tensor, _ step: PadStep, _ value: Double) -> Tensor {
    var shape = x.shape
    shape[step.axis] = x.shape[step.axis] + step.before + step.after
    let result = Tensor.full(shape, value, dtype: x.dtype, device: x.device)
    let start = max(0, -step.before)
    let kept = x.shape[step.axis] - start - max(0, -step.after)
    if kept > 0 {
      result.narrow(step.axis, start: max(0, step.before), length: kept)
        .copy(from: x.narrow(step.axis, start: start, length: kept))
    }
    return result
  }

  private static func around(_ x: Tensor, _ axis: Int) -> (outer: Int, inner: Int) {
    (x.shape[..<axis].reduce(1, *), x.shape[(axis + 1)...].reduce(1, *))
  }
}

/// The padding of one axis.
private struct PadStep {
  var axis: Int
  var size: Int
  var before: Int
  var after: Int
  /// Where each place of the result comes from; nil for a constant.
  var places: [Int]?

  /// What undoes a constant's padding.
  var reversed: PadStep {
    PadStep(axis: axis, size: size, before: -before, after: -after, places: nil)
  }
}
