import Tensors

/// Small colour photographs in ten classes: 50,000 to train with and 10,000 to test with.
///
///     let train = try CIFAR10(root: "data", train: true, transform: ToTensor(), download: true)
///     let (image, label) = train[99]
///     print(train.count, image.shape, train.classes[label])  // 50000 [3, 32, 32] automobile
///
/// The official binary version is looked for in `$MARTLET_DATA`, then in `root`: the folder
/// `cifar-10-batches-bin`, or `cifar-10-binary.tar.gz` as published, which is read without being
/// unpacked on disk. All pictures stay in memory, as bytes.
///
/// Without a `transform`, an item's picture is the `uint8` tensor `[32, 32, 3]`, where torchvision
/// has a PIL image.
public final class CIFAR10: LabelledDataset, ResidentPictures, CustomStringConvertible {
  /// All pictures, `uint8` `[count, 32, 32, 3]`.
  public let data: Tensor
  /// All labels, `int64` `[count]`.
  public let targets: Tensor
  /// What each picture goes through when it is taken.
  public let transform: (any Transform)?
  /// Whether this is the training half.
  public let isTraining: Bool

  private let root: String
  private let labels: [UInt8]

  /// Loads one half of the set.
  ///
  /// - Parameters:
  ///   - root: Folder that holds, or gets, the archive or the folder of the set.
  ///   - train: The training half rather than the test half.
  ///   - transform: What each picture goes through.
  ///   - download: Fetches the archive into `root` when the set is nowhere. Its MD5 sum is checked,
  ///     and it gets its name only when it is whole.
  /// - Throws: `DataError` when the set is not found, cannot be fetched or is damaged.
  public convenience init(
    root: String, train: Bool = true, transform: (any Transform)? = nil, download: Bool = false
  ) throws {
    try self.init(CIFARArchive(root: root), train: train, transform: transform, download: download)
  }

  init(
    _ archive: CIFARArchive, train: Bool, transform: (any Transform)?, download: Bool
  ) throws {
    let batches = try archive.load(train: train, download: download)
    labels = batches.flatMap(\.labels)
    let (side, channels) = (CIFARBatch.side, CIFARBatch.channels)
    data = cat(
      batches.map {
        Tensor(scalars: $0.pixels, shape: [$0.labels.count, side, side, channels])
      }, dim: 0)
    targets = Tensor(scalars: labels, shape: [labels.count], dtype: .int64)
    self.transform = transform
    self.root = archive.root
    isTraining = train
  }

  /// What each label stands for: "airplane" to "truck".
  public var classes: [String] { CIFARArchive.classes }

  /// Number of pictures.
  public var count: Int { labels.count }

  /// The transformed picture of an index, and its label.
  public subscript(index: Int) -> (Tensor, Int) {
    checkIndex(index, "CIFAR10")
    return (picture(index), Int(labels[index]))
  }

  /// PyTorch's text, as `MNIST` has it.
  public var description: String {
    datasetText(
      "CIFAR10", count: count, root: root, transform: transform,
      details: ["Split: \(isTraining ? "Train" : "Test")"])
  }
}
