import Tensors

/// Pictures and labels of any size in two idx files: what MNIST's relatives are published as.
///
///     let letters = try IDXDataset(
///       images: "emnist/train-images-idx3-ubyte.gz", labels: "emnist/train-labels-idx1-ubyte.gz",
///       classes: ["a", "b", "c"], transform: ToTensor())
///     let (image, label) = letters[0]   // [1, 28, 28] and a whole number
///
/// Pictures are `[count, height, width]` or, in colour, `[count, height, width, channels]`, in
/// either file gzip or unpacked. They stay in memory, as bytes.
public final class IDXDataset: LabelledDataset, ResidentPictures, CustomStringConvertible {
  /// All pictures, `uint8`, shaped as in the file.
  public let data: Tensor
  /// All labels, `int64` `[count]`.
  public let targets: Tensor
  /// What each label stands for.
  public let classes: [String]
  /// What each picture goes through when it is taken.
  public let transform: (any Transform)?

  private let labels: [UInt8]

  /// Reads both files.
  ///
  /// - Parameters:
  ///   - images: Path of the pictures.
  ///   - labels: Path of the labels.
  ///   - classes: What each label stands for; by default the labels' own numbers.
  ///   - transform: What each picture goes through.
  /// - Throws: `DataError` when a file cannot be read or is damaged, when the two do not belong
  ///   together, and at a label that has no class.
  public init(
    images: String, labels: String, classes: [String]? = nil, transform: (any Transform)? = nil
  ) throws {
    let pictures = try LabelledPictures(
      images: images, labels: labels, classes: classes?.count ?? 256)
    data = Tensor(scalars: pictures.pixels, shape: pictures.shape)
    targets = Tensor(scalars: pictures.labels, shape: [pictures.count], dtype: .int64)
    self.labels = pictures.labels
    self.classes = classes ?? (0...Int(pictures.labels.max() ?? 0)).map { "\($0)" }
    self.transform = transform
  }

  /// Number of pictures.
  public var count: Int { labels.count }

  /// The transformed picture of an index, and its label.
  public subscript(index: Int) -> (Tensor, Int) {
    checkIndex(index, "IDXDataset")
    return (picture(index), Int(labels[index]))
  }

  /// torchvision's way of describing a data set.
  public var description: String {
    datasetText("IDXDataset", count: count, root: nil, transform: transform)
  }
}
