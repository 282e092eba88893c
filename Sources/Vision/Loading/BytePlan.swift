import Tensors

@_implementationOnly import Kernels

/// How pictures of bytes become a batch in one pass, where a transform only moves pixels and maps
/// each value by itself.
///
/// All that happens to values is asked of the transform once, for the 256 values there are; what
/// moves them is drawn for each picture. The batch is the one that the transform would make item by
/// item, to the bit and with the same random numbers.
struct BytePlan {
  /// Whether two batches of the same pictures may differ.
  let isRandom: Bool
  private let moves: [any MovingTransform]
  /// 256 numbers for each channel.
  private let tables: Tensor
  /// What is beyond the border, for each channel.
  private let fill: [Float]

  /// Nil when `transform` does something else, or when borders of two steps differ.
  init?(_ transform: any Transform, pictures: Tensor) {
    let steps = Self.flattened(transform)
    var moves: [any MovingTransform] = []
    var fills: [[Float]] = []
    for (place, step) in steps.enumerated() where !step.isPointwise {
      guard let move = step as? any MovingTransform else { return nil }
      moves.append(move)
      guard let value = move.fill else { continue }
      guard let fill = Self.fill(value, at: place, in: steps, pictures) else { return nil }
      fills.append(fill)
    }
    let channels = pictures.ndim == 4 ? pictures.size(3) : 1
    let values = Tensor.arange(256).to(.uint8)
    let samples =
      pictures.ndim == 4
      ? values.view(256, 1, 1).expand(256, 1, channels).contiguous() : values.view(256, 1)
    guard let tables = Self.values(steps, of: samples), tables.shape == [channels, 256, 1],
      Set(fills).count <= 1
    else { return nil }
    self.moves = moves
    self.tables = tables
    fill = fills.first ?? [Float](repeating: 0, count: channels)
    isRandom = moves.contains(where: \.isRandom)
  }

  /// The pictures of `indices`, `[count, channels, height, width]`.
  func batch(of pictures: Tensor, _ indices: [Int]) -> Tensor {
    let (height, width) = (pictures.size(1), pictures.size(2))
    let channels = pictures.ndim == 4 ? pictures.size(3) : 1
    let maps = moves.isEmpty ? [] : indices.map { _ in map(height: height, width: width) }
    let (rows, columns) = (maps.first?.rows.count ?? height, maps.first?.columns.count ?? width)
    let batch = Tensor.empty([indices.count, channels, rows, columns])
    let source = pictures.elements.pointer(UInt8.self)
    let tables = tables.elements.pointer(Float.self)
    let target = batch.elements.pointer(Float.self)
    let (size, outSize) = (height * width, rows * columns * channels)
    // Large enough a piece of work that handing it to another thread pays.
    parallelFor(count: indices.count, grain: max(1, (1 << 13) / outSize)) { range in
      for place in range {
        let picture = source + indices[place] * size * channels
        let out = target + place * outSize
        if maps.isEmpty {
          gatherPicture(
            picture, count: size, channels: channels, tables: tables, into: out)
        } else {
          gatherPicture(
            picture, width: width, channels: channels, rows: maps[place].rows,
            columns: maps[place].columns, tables: tables, fill: fill, into: out)
        }
      }
    }
    return batch
  }

  private func map(height: Int, width: Int) -> PixelMap {
    moves.reduce(PixelMap(height: height, width: width)) { map, move in
      move.map(height: map.rows.count, width: map.columns.count).after(map)
    }
  }

  private static func flattened(_ transform: any Transform) -> [any Transform] {
    (transform as? Compose)?.transforms.flatMap(flattened) ?? [transform]
  }

  /// What the steps that map values make of `picture`; nil unless that is `float32`.
  private static func values(_ steps: some Sequence<any Transform>, of picture: Tensor) -> Tensor? {
    let result = steps.filter(\.isPointwise).reduce(picture) { $1($0) }
    return result.dtype == .float32 ? result.contiguous() : nil
  }

  /// What a border of `value`, made by the step at `place`, becomes in the end, for each channel.
  private static func fill(
    _ value: Double, at place: Int, in steps: [any Transform], _ pictures: Tensor
  ) -> [Float]? {
    let black = Tensor.zeros(
      pictures.ndim == 4 ? [1, 1, pictures.size(3)] : [1, 1], dtype: .uint8)
    let before = steps[..<place].filter(\.isPointwise).reduce(black) { $1($0) }
    let value = before.dtype == .uint8 ? max(0, min(255, value)) : value
    let border = Tensor.full(before.shape, value, dtype: before.dtype)
    return values(steps[place...], of: border)?.scalars(as: Float.self)
  }
}
