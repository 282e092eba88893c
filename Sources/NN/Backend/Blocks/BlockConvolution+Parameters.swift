internal import BlockTasks
internal import Kernels
internal import Tensors

/// The gradients with respect to weight and bias.
extension BlockConvolution {
  /// Writes those that are wanted.
  ///
  /// Some blocks are summed apart from others. Threads share them, and channels four by four, since
  /// a last block with few images takes less time than others.
  func parameterGradients(
    _ gradient: Planes, _ x: Planes, weight: StridedView?, bias: StridedView?
  ) {
    let x = x.stored(padding)
    let (blocks, width) = (output.blocks, 4)
    let grain = (blocks + 7) / 8
    let parts = (blocks + grain - 1) / grain
    let groups = (shape.outChannels + width - 1) / width
    let weightSums = weight.map { PartialSums<Float>(parts: parts, into: $0) }
    let biasSums = bias.map { PartialSums<Float>(parts: parts, into: $0) }
    parallelFor(count: parts * groups, grain: 1) { range in
      for index in range {
        let (part, group) = index.quotientAndRemainder(dividingBy: groups)
        let channels = group * width..<min((group + 1) * width, shape.outChannels)
        let sums = ParameterSums(weight: weightSums?[part], bias: biasSums?[part])
        sums.clear(channels, taps: shape.taps)
        for block in part * grain..<min((part + 1) * grain, blocks) {
          addGradients(gradient, x, block: block, channels, to: sums)
        }
      }
    }
    weightSums?.finish()
    biasSums?.finish()
  }

  private func addGradients(
    _ gradient: Planes, _ x: StoredPlanes, block: Int, _ channels: Range<Int>,
    to sums: ParameterSums
  ) {
    if let maxima = gradient as? SpreadPlanes, maxima.isTwoByTwo, takesMaxima {
      return addGradientsOfMaxima(maxima, x, block: block, channels, to: sums)
    }
    let lanes = output.lanes(of: block)
    gradient.withGroup(of: block, channels) { planes in
      if let biases = sums.bias {
        for channel in channels {
          biases[channel] += Float(
            planes.sum(of: channel - channels.lowerBound, size: output, lanes: lanes))
        }
      }
      guard let weights = sums.weight else { return }
      var task = task(x, planes.start, weights, block: block, channels)
      task.gradientSteps = (planes.planeStep, planes.rowStep)
      fast.addWeightGradient(task)
    }
  }

  /// The same where all gradients but those of a pooling's maxima are zero.
  private func addGradientsOfMaxima(
    _ maxima: SpreadPlanes, _ x: StoredPlanes, block: Int, _ channels: Range<Int>,
    to sums: ParameterSums
  ) {
    for channel in channels {
      maxima.withMaxima(PlaneIndex(block: block, channel: channel)) { pooling in
        sums.bias?[channel] += Float(pooling.sum(lanes: output.lanes(of: block)))
        guard let weights = sums.weight else { return }
        fast.addPooledWeightGradient(
          task(x, pooling.small, weights, block: block, channel..<channel + 1), pooling)
      }
    }
  }

  /// Whether the loop over maxima takes such windows.
  private var takesMaxima: Bool {
    [3, 5].contains(shape.rows.kernel) && shape.rows.dilation == 1 && shape.columns.dilation == 1
  }

  /// The task of some channels of a block, but for the steps of the gradient.
  private func task(
    _ x: StoredPlanes, _ gradient: Planes.Source, _ weights: Planes.Target, block: Int,
    _ channels: Range<Int>
  ) -> WeightGradientTask {
    var task = WeightGradientTask(
      x: x.window(block: block, padding), gradient: gradient,
      weightGradient: weights + channels.lowerBound * shape.taps)
    (task.inputs, task.outputs) = (shape.inChannels, channels.count)
    task.xSteps = steps(x)
    task.kernel = (shape.rows.kernel, shape.columns.kernel)
    task.size = (output.rows, output.columns)
    task.lanes = output.lanes(of: block)
    return task
  }
}

/// Where the gradients of some blocks are summed.
private struct ParameterSums {
  let weight: Planes.Target?
  let bias: Planes.Target?

  /// Begins the sums of some channels.
  func clear(_ channels: Range<Int>, taps: Int) {
    if let weight {
      (weight + channels.lowerBound * taps).update(repeating: 0, count: channels.count * taps)
    }
    if let bias { (bias + channels.lowerBound).update(repeating: 0, count: channels.count) }
  }
}

extension PoolingTask {
  /// The sum of the gradients that go back to maxima.
  fileprivate func sum(lanes: Int) -> Double {
    let (gradients, places) = (Planes.Source(small), output.rows * output.columns)
    let sum =
      positiveOnly
      ? fast.sumGated(gradients, Planes.Source(taps), gradients, 0, places, lanes).sum
      : fast.sum(gradients, places, lanes)
    return sum * Double(scale)
  }
}
