/// The sizes of a batch of images that lies in blocks: `[blocks, channels, rows, columns, 16]`.
///
/// The sixteen numbers at a place belong to sixteen images, so that every loop over places runs on
/// whole vectors, whatever the sizes of planes, windows and paddings. A last block may have fewer
/// images; what its other lanes hold is never looked at.
struct BlockShape: Equatable {
  /// Images of a block.
  static let lanes = 16

  var batch: Int
  var channels: Int
  var rows: Int
  var columns: Int

  /// Number of blocks.
  var blocks: Int { (batch + Self.lanes - 1) / Self.lanes }
  /// Places of a plane.
  var places: Int { rows * columns }
  /// Number of planes: one for each channel of each block.
  var planes: Int { blocks * channels }
  /// Numbers of all images.
  var count: Int { batch * channels * places }

  /// Number of images in a block.
  func lanes(of block: Int) -> Int { min(Self.lanes, batch - block * Self.lanes) }

  /// Planes that one thread takes at a time.
  var grain: Int { max(1, (1 << 14) / max(1, places * Self.lanes)) }
}

/// One channel of one block.
struct PlaneIndex {
  var block: Int
  var channel: Int
}

/// Zeros around the planes, for the windows of a convolution.
struct Margins: Equatable {
  var top = 0
  var bottom = 0
  var left = 0
  var right = 0

  /// Whether there is at least as much on every side.
  func cover(_ other: Margins) -> Bool {
    top >= other.top && bottom >= other.bottom && left >= other.left && right >= other.right
  }
}
