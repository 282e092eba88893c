internal import BlockTasks
internal import Tensors

/// `max(0, x)`.
final class RectifiedPlanes: Planes, @unchecked Sendable {
  let input: Planes

  init(_ input: Planes) {
    self.input = input
    super.init(input.shape)
  }

  override var source: Planes? { input }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.rectify(input.plane(index, in: tile), tile, shape.places)
    return Source(tile)
  }
}

/// A gradient where a value is positive, else zero: the way back through `max(0, x)`.
final class GatedPlanes: Planes, @unchecked Sendable {
  private let gradient: Planes
  private let value: Planes

  init(_ gradient: Planes, by value: Planes) {
    self.gradient = gradient
    self.value = value
    super.init(value.shape)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    withTile(places: shape.places) { other in
      fast.gate(
        gradient.plane(index, in: tile), value.plane(index, in: other), tile, shape.places)
    }
    return Source(tile)
  }
}

/// `scale · x + shift` with numbers for each channel.
final class ScaledPlanes: Planes, @unchecked Sendable {
  let input: Planes
  let scale: LaneNumbers
  let shift: LaneNumbers

  init(_ input: Planes, scale: StridedView, shift: StridedView) {
    self.input = input
    self.scale = LaneNumbers(scale, input.shape)
    self.shift = LaneNumbers(shift, input.shape)
    super.init(input.shape)
  }

  override var source: Planes? { input }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.scaleShift(
      input.plane(index, in: tile), scale[index.channel], shift[index.channel], tile,
      shape.places)
    return Source(tile)
  }
}

extension Planes {
  /// These gradients where a value is positive, else zero.
  ///
  /// When they come from a pooling of just that value, with or without a dropout between, a
  /// positive maximum says that its element was neither negative nor dropped, and no other element
  /// has a gradient: the small plane of maxima answers for the large one, and neither the value nor
  /// the mask need be computed again.
  func gated(by value: Planes) -> Planes {
    if let spread = self as? SpreadPlanes, spread.pooled.input === value {
      return spread.gated(scale: 1)
    }
    if let dropped = self as? DroppedPlanes, let spread = dropped.input as? SpreadPlanes,
      let forward = spread.pooled.input as? DroppedPlanes, forward.input === value,
      forward.mask == dropped.mask
    {
      return spread.gated(scale: dropped.mask.scale)
    }
    return GatedPlanes(self, by: value)
  }
}

/// Random elements zero and the others scaled up; a gradient goes back through the same mask.
final class DroppedPlanes: Planes, @unchecked Sendable {
  let input: Planes
  let mask: DropMask

  init(_ input: Planes, _ mask: DropMask) {
    self.input = input
    self.mask = mask
    super.init(input.shape)
  }

  override var source: Planes? { input }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.drop(
      input.plane(index, in: tile), mask.key(index.block * shape.depth + index.channel),
      mask.threshold, mask.scale, tile, shape.places)
    return Source(tile)
  }
}

/// The gradient through a batch normalisation.
final class NormalizedGradientPlanes: Planes, @unchecked Sendable {
  let gradient: Planes
  let value: Planes
  let terms: [NormalizationTerms]
  /// For each channel the sum of the gradients before the normalisation.
  private let sums: [Float]

  init(
    _ gradient: Planes, of value: Planes, _ terms: [NormalizationTerms], sums: StridedView
  ) {
    self.gradient = gradient
    self.value = value
    self.terms = terms
    self.sums = Array(
      UnsafeBufferPointer(start: sums.pointer(Float.self), count: sums.count))
    super.init(value.shape)
  }

  /// With the statistics of a batch the values' distances from their mean add up to nothing, and
  /// with others their slope is zero.
  override var channelSums: [Float]? {
    let count = Float(shape.batch * shape.places)
    return zip(terms, sums).map { $0.factor * ($1 - count * $0.shift) }
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    withTile(places: shape.places) { other in
      let (value, terms) = (value.plane(index, in: other), terms[index.channel])
      if let spread = gradient as? SpreadPlanes,
        spread.normalize(index, value: value, terms, into: tile)
      {
        return
      }
      fast.normalizeGradient(gradient.plane(index, in: tile), value, terms, tile, shape.places)
    }
    return Source(tile)
  }
}
