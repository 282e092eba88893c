import Tensors

/// Handwritten digits: 60,000 to train with and 10,000 to test with, 28 x 28 grey values each.
///
///     let transform = Compose([ToTensor(), Normalize(mean: [0.1307], std: [0.3081])])
///     let train = try MNIST(root: "data", train: true, transform: transform, download: true)
///     let (image, label) = train[0]
///     print(train.count, image.shape, label)  // 60000 [1, 28, 28] 5
///
/// The four idx files are looked for in `$MARTLET_DATA/MNIST/raw`, then in `root/MNIST/raw`, as
/// published (`.gz`) or unpacked. All pictures stay in memory, as bytes.
///
/// Without a `transform`, an item's picture is the `uint8` tensor `[28, 28]`, where torchvision has
/// a PIL image.
public class MNIST: LabelledDataset, ResidentPictures, CustomStringConvertible {
  /// The set's name, addresses and classes; the sets made in its image have their own.
  class var archive: IDXArchive { .mnist }

  /// All pictures, `uint8` `[count, 28, 28]`.
  public final let data: Tensor
  /// All labels, `int64` `[count]`.
  public final let targets: Tensor
  /// What each picture goes through when it is taken.
  public final let transform: (any Transform)?
  /// Whether this is the training half.
  public final let isTraining: Bool

  private let root: String
  private let labels: [UInt8]

  /// Loads one half of the set.
  ///
  /// - Parameters:
  ///   - root: Folder that holds, or gets, the folder of the set.
  ///   - train: The training half rather than the test half.
  ///   - transform: What each picture goes through.
  ///   - download: Fetches both halves into `root` when this half is nowhere. Each file's MD5 sum
  ///     is checked, and it gets its name only when it is whole.
  ///   - standIn: When MNIST is not found, takes digits that this library draws, and says so.
  ///     `MARTLET_STANDIN=1` in the environment asks for the same. Nothing is downloaded then.
  /// - Throws: `DataError` when the set is not found, cannot be fetched or is damaged; the message
  ///   says where it was looked for, what was tried and what to do.
  public convenience init(
    root: String, train: Bool = true, transform: (any Transform)? = nil, download: Bool = false,
    standIn: Bool = false
  ) throws {
    try self.init(
      archive: Self.archive, root: root, train: train, transform: transform, download: download,
      standIn: standIn || FileLookup.environment("MARTLET_STANDIN") == "1")
  }

  init(
    archive: IDXArchive, root: String, train: Bool, transform: (any Transform)?, download: Bool,
    standIn: Bool
  ) throws {
    let pictures = try archive.load(
      root: root, train: train, download: download, standIn: standIn)
    data = Tensor(scalars: pictures.pixels, shape: pictures.shape)
    targets = Tensor(scalars: pictures.labels, shape: [pictures.count], dtype: .int64)
    labels = pictures.labels
    self.transform = transform
    self.root = root
    isTraining = train
  }

  /// What each label stands for: "0 - zero" and so on.
  public final var classes: [String] { Self.archive.classes }

  /// Number of pictures.
  public final var count: Int { labels.count }

  /// The transformed picture of an index, and its label.
  public final subscript(index: Int) -> (Tensor, Int) {
    checkIndex(index, Self.archive.name)
    return (picture(index), Int(labels[index]))
  }

  /// PyTorch's text.
  ///
  ///     Dataset MNIST
  ///         Number of datapoints: 60000
  ///         Root location: data
  ///         Split: Train
  public final var description: String {
    datasetText(
      Self.archive.name, count: count, root: root, transform: transform,
      details: ["Split: \(isTraining ? "Train" : "Test")"])
  }
}

/// Grey pictures of clothes in ten classes, with MNIST's sizes and files.
public final class FashionMNIST: MNIST {
  override class var archive: IDXArchive { .fashionMNIST }
}

/// Handwritten Japanese characters in ten classes, with MNIST's sizes and files.
public final class KMNIST: MNIST {
  override class var archive: IDXArchive { .kmnist }
}
