public import Tensors

extension F {
  /// The squared differences of two tensors.
  ///
  ///     F.mseLoss(Tensor([1.0, 2.0]), Tensor([0.0, 4.0]))  // tensor(2.5000)
  ///
  /// - Parameters:
  ///   - input: What the network computed.
  ///   - target: What it should have been, of the same shape.
  ///   - reduction: How the squares become one number.
  public static func mseLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
  ) -> Tensor {
    requireSameShape(input, target, in: "mseLoss")
    return pointwiseLoss(
      "MseLossBackward0", input, target, reduction,
      loss: { x, y in
        let difference = x - y
        return difference * difference
      },
      slopes: { x, y in
        let slope = (x - y) * 2
        return (slope, -slope)
      })
  }

  /// The magnitudes of the differences of two tensors.
  ///
  ///     F.l1Loss(Tensor([1.0, 2.0]), Tensor([0.0, 4.0]))  // tensor(1.5000)
  ///
  /// - Parameters:
  ///   - input: What the network computed.
  ///   - target: What it should have been, of the same shape.
  ///   - reduction: How the magnitudes become one number.
  public static func l1Loss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
  ) -> Tensor {
    requireSameShape(input, target, in: "l1Loss")
    return reduced((input - target).abs(), reduction)
  }

  /// Half the square of a small difference, and a straight line for a large one, which an outlier
  /// cannot pull so far (Huber, 1964).
  ///
  /// - Parameters:
  ///   - input: What the network computed.
  ///   - target: What it should have been, of the same shape.
  ///   - reduction: How the losses become one number.
  ///   - delta: Where the square becomes a line.
  public static func huberLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, delta: Double = 1
  ) -> Tensor {
    requireSameShape(input, target, in: "huberLoss")
    if !(delta > 0) { misuse("delta must be positive, and is \(delta)", in: "huberLoss") }
    return pointwiseLoss(
      "HuberLossBackward0", input, target, reduction,
      loss: { x, y in
        let distance = (x - y).abs()
        let line = (distance - delta / 2) * delta
        return choose(distance .<= delta, distance * distance * 0.5, line)
      },
      slopes: { x, y in
        let slope = (x - y).clamp(min: -delta, max: delta)
        return (slope, -slope)
      })
  }
}
