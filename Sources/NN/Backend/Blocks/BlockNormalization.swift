internal import BlockTasks
internal import Kernels
internal import Tensors

/// The sums over channels that a batch normalisation needs.
///
/// A thread takes whole channels and goes through their planes in order, so that the sums do not
/// depend on the number of threads.
extension Planes {
  /// Mean and biased variance of each channel.
  ///
  /// The deviations of a plane are summed about its own mean while it is in the cache, and the
  /// planes are then combined (Chan, Golub and LeVeque, 1979).
  func statistics(mean: Target, variance: Target) {
    settle()
    let convolved = self as? ConvolvedPlanes
    if convolved?.hasFewTaps == false { _ = stored() }
    let moments = convolved?.hasFewTaps == true ? convolved?.moments : nil
    forEachChannel { channel in
      if let known = moments?[channel] {
        (mean[channel], variance[channel]) = (Float(known.mean), Float(known.variance))
        return
      }
      var (count, center, squares) = (0.0, 0.0, 0.0)
      forEachPlane(of: channel) { plane, lanes in
        let size = Double(shape.places * lanes)
        let ownCenter = fast.sum(plane, shape.places, lanes) / size
        let ownSquares = fast.sumOfSquares(plane, Float(ownCenter), shape.places, lanes)
        let distance = ownCenter - center
        squares += ownSquares + distance * distance * count * size / (count + size)
        center += distance * size / (count + size)
        count += size
      }
      mean[channel] = Float(center)
      variance[channel] = Float(squares / count)
    }
  }

  /// Writes the gradients of bias and weight, and returns what the gradient of the input is made
  /// with.
  func normalizationTerms(
    of value: Planes, _ saved: BatchNormSaved, into gradients: BatchNormGradients
  ) -> [NormalizationTerms] {
    let (means, inverses) = (
      saved.mean.pointer(Float.self), saved.inverseDeviation.pointer(Float.self)
    )
    let weights = saved.weight?.pointer(Float.self)
    let (sums, products) = (
      gradients.bias.pointer(Float.self), gradients.weight.pointer(Float.self)
    )
    value.settle()
    gradientSums(of: value, centers: Source(means)) { channel, sum, product in
      sums[channel] = Float(sum)
      products[channel] = Float(product * Double(inverses[channel]))
    }
    // With constant statistics the gradient of the input is only scaled.
    let share = saved.usesBatchStatistics ? 1 / Float(shape.batch * shape.places) : 0
    return (0..<shape.channels).map { channel in
      NormalizationTerms(
        factor: (weights?[channel] ?? 1) * inverses[channel], shift: sums[channel] * share,
        center: means[channel], slope: products[channel] * share * inverses[channel])
    }
  }

  /// For each channel, the sums of these gradients and of their products with `value − center`.
  private func gradientSums(
    of value: Planes, centers: Source,
    _ body: (_ channel: Int, _ sum: Double, _ product: Double) -> Void
  ) {
    forEachChannel { channel in
      var (sum, product) = (0.0, 0.0)
      for block in 0..<shape.blocks {
        let own = sums(
          PlaneIndex(block: block, channel: channel), of: value, center: centers[channel],
          lanes: shape.lanes(of: block))
        sum += own.sum
        product += own.product
      }
      body(channel, sum, product)
    }
  }

  /// The sums over one plane.
  private func sums(
    _ index: PlaneIndex, of value: Planes, center: Float, lanes: Int
  ) -> (sum: Double, product: Double) {
    if let spread = self as? SpreadPlanes,
      let sums = spread.sums(index, of: value, center: center, lanes: lanes)
    {
      return sums
    }
    return withTile(places: shape.places) { tile in
      withTile(places: shape.places) { other in
        fast.sumWithProduct(
          plane(index, in: tile), value.plane(index, in: other), center, shape.places, lanes)
      }
    }
  }

  private func forEachChannel(_ body: (Int) -> Void) {
    parallelFor(count: shape.channels, grain: 1) { for channel in $0 { body(channel) } }
  }

  private func forEachPlane(of channel: Int, _ body: (Source, _ lanes: Int) -> Void) {
    withTile(places: shape.places) { tile in
      for block in 0..<shape.blocks {
        body(
          plane(PlaneIndex(block: block, channel: channel), in: tile), shape.lanes(of: block))
      }
    }
  }
}
