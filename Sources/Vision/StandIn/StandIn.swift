/// Digits that this library draws itself, for a machine that has neither MNIST nor a network.
///
/// They come in MNIST's four idx files, with its sizes, in a folder of another name, so that nobody
/// takes them for MNIST.
struct StandIn {
  /// The one set that has a stand-in.
  static let replaces = "MNIST"

  /// Grows when other digits are drawn, so that old files are not taken for new ones.
  private static let edition = 1

  private let folder: IDXFolder

  init(cache: String) {
    folder = IDXFolder(
      path: FileLookup.join(cache, "MNIST-standin/\(Self.edition)/raw"), origin: "stand-in")
  }

  /// One half of the stand-in, drawn when it is not in the cache yet; says so before anything else.
  func load(train: Bool, classes: Int, announce: (String) -> Void) throws -> LabelledPictures {
    announce(
      "*** THIS IS NOT MNIST: drawn digits stand in for it, since MNIST was not found here. ***")
    let split = IDXArchive.mnist.split(train: train)
    let images = FileLookup.join(folder.path, split.images.unpackedName)
    let labels = FileLookup.join(folder.path, split.labels.unpackedName)
    if !FileLookup.isFile(images) || !FileLookup.isFile(labels) {
      let count = train ? 60_000 : 10_000
      announce("Drawing \(count) digits into \(folder.path)")
      let drawn = Self.draw(train: train, count: count)
      Interruption.stopIfRequested()
      guard drawn.labels.shape == [count] else {
        throw DataError("the drawing was interrupted", at: folder.path, hint: "run the cell again")
      }
      try drawn.images.write(to: images)
      try drawn.labels.write(to: labels)
    }
    return try LabelledPictures(images: images, labels: labels, classes: classes)
  }

  /// The first `count` digits of one half.
  static func draw(train: Bool, count: Int) -> (images: IDX, labels: IDX) {
    let size = InkCanvas.side
    var pixels: [UInt8] = []
    var labels: [UInt8] = []
    pixels.reserveCapacity(count * size * size)
    labels.reserveCapacity(count)
    for index in 0..<count where !Interruption.isRequested {
      let digit = DrawnDigit(stream: train ? 1 : 2, index: index)
      pixels += digit.pixels
      labels.append(UInt8(digit.label))
    }
    return (
      IDX(shape: [labels.count, size, size], bytes: pixels),
      IDX(shape: [labels.count], bytes: labels)
    )
  }
}
