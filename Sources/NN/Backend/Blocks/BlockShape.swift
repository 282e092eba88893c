/// The sizes of a batch of images that lies in blocks: `[blocks, planes, rows, columns, 16]`.
///
/// The sixteen numbers at a place belong to sixteen images, so that every loop over places runs on
/// whole vectors, whatever the sizes of planes, windows and paddings. Where there are too few images
/// for that, a block is one of them, and the numbers belong to sixteen of its channels. A last block
/// may have fewer images, and a last plane fewer channels; what the other lanes hold is never looked
/// at.
struct BlockShape: Equatable {
  /// Numbers at a place.
  static let lanes = 16

  /// What the numbers at a place belong to.
  enum Lane { case image, channel }

  /// What a lane is.
  var lane = Lane.image
  var batch: Int
  var channels: Int
  var rows: Int
  var columns: Int

  /// Number of blocks.
  var blocks: Int { lane == .image ? (batch + Self.lanes - 1) / Self.lanes : batch }
  /// Planes of a block.
  var depth: Int { lane == .image ? channels : (channels + Self.lanes - 1) / Self.lanes }
  /// Places of a plane.
  var places: Int { rows * columns }
  /// Number of planes of all blocks.
  var planes: Int { blocks * depth }
  /// Numbers of all images.
  var count: Int { batch * channels * places }

  /// Number of images in a block, where lanes are images.
  func lanes(of block: Int) -> Int { min(Self.lanes, batch - block * Self.lanes) }

  /// Number of lanes of a plane that hold something.
  func lanes(of index: PlaneIndex) -> Int {
    lane == .image
      ? lanes(of: index.block) : min(Self.lanes, channels - index.channel * Self.lanes)
  }

  /// The channel of an image that a plane's first lane holds, counted over all images.
  func first(of index: PlaneIndex) -> Int {
    lane == .image
      ? index.block * Self.lanes * channels + index.channel
      : index.block * channels + index.channel * Self.lanes
  }

  /// Channels, counted over all images, from one lane to the next.
  var laneStep: Int { lane == .image ? channels : 1 }

  /// Planes that one thread takes at a time: few, since what a plane is made of may be larger.
  var grain: Int { max(1, (1 << 11) / max(1, places * Self.lanes)) }
}

/// One channel of one block, or sixteen of them where those are lanes.
struct PlaneIndex {
  var block: Int
  /// The channel, or its number among the planes of the block.
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
