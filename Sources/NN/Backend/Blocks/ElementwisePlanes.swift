internal import BlockTasks
internal import Tensors

/// `max(0, x)`.
final class RectifiedPlanes: Planes, @unchecked Sendable {
  private let input: Planes

  init(_ input: Planes) {
    self.input = input
    super.init(input.shape)
  }

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
  private let input: Planes
  private let scale: StridedView
  private let shift: StridedView

  init(_ input: Planes, scale: StridedView, shift: StridedView) {
    self.input = input
    self.scale = scale
    self.shift = shift
    super.init(input.shape)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.scaleShift(
      input.plane(index, in: tile), scale.pointer(Float.self)[index.channel],
      shift.pointer(Float.self)[index.channel], tile, shape.places)
    return Source(tile)
  }
}

/// Random elements zero and the others scaled up; a gradient goes back through the same mask.
final class DroppedPlanes: Planes, @unchecked Sendable {
  private let input: Planes
  private let mask: DropMask

  init(_ input: Planes, _ mask: DropMask) {
    self.input = input
    self.mask = mask
    super.init(input.shape)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.drop(
      input.plane(index, in: tile), mask.key(index.block * shape.channels + index.channel),
      mask.threshold, mask.scale, tile, shape.places)
    return Source(tile)
  }
}

/// The gradient through a batch normalisation.
final class NormalizedGradientPlanes: Planes, @unchecked Sendable {
  private let gradient: Planes
  private let value: Planes
  private let terms: [NormalizationTerms]

  init(_ gradient: Planes, of value: Planes, _ terms: [NormalizationTerms]) {
    self.gradient = gradient
    self.value = value
    self.terms = terms
    super.init(value.shape)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    withTile(places: shape.places) { other in
      fast.normalizeGradient(
        gradient.plane(index, in: tile), value.plane(index, in: other), terms[index.channel], tile,
        shape.places)
    }
    return Source(tile)
  }
}
