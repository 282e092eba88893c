import Images
import Tensors

@_implementationOnly import Glibc

/// Pictures in folders that are named after their classes.
///
///     // pets/cat/tom.jpg  pets/cat/2024/felix.png  pets/dog/rex.jpg
///     let pets = try ImageFolder(root: "pets", transform: Compose([Resize([64, 64]), ToTensor()]))
///     print(pets.classes, pets.count)   // ["cat", "dog"] 3
///     let (image, label) = pets[0]      // [3, 64, 64] and 0
///
/// The classes are the folders in `root`, sorted; below each, every `.png`, `.jpg` and `.jpeg` file
/// at any depth belongs to it, sorted by path. Pictures are read when they are taken, and all
/// become RGB, as in torchvision. Hidden files are left out.
///
/// A picture that cannot be read stops the cell with a message that names the file.
public struct ImageFolder: LabelledDataset, CustomStringConvertible {
  /// Names of the folders, sorted.
  public let classes: [String]
  /// The path of each picture, and its label.
  public let samples: [(path: String, label: Int)]
  /// What each picture goes through when it is taken.
  public let transform: (any Transform)?

  private let root: String

  /// Lists the folder.
  ///
  /// - Parameters:
  ///   - root: The folder that holds a folder for each class.
  ///   - transform: What each picture goes through; without one, it is `uint8` `[height, width, 3]`.
  /// - Throws: `DataError` when the folder cannot be read, when it holds no folders, and when one
  ///   of them holds no picture.
  public init(root: String, transform: (any Transform)? = nil) throws {
    let classes = try FolderListing(root).folders
    guard !classes.isEmpty else {
      throw DataError(
        "there is no folder in here", at: root,
        hint: "put the pictures of each class into a folder of its name")
    }
    samples = try classes.enumerated().flatMap { label, name in
      let folder = FileLookup.join(root, name)
      let pictures = try FolderListing.pictures(below: folder)
      guard !pictures.isEmpty else {
        throw DataError(
          "there is no .png, .jpg or .jpeg file in here", at: folder,
          hint: "remove the folder or put pictures into it")
      }
      return pictures.map { ($0, label) }
    }
    self.root = root
    self.classes = classes
    self.transform = transform
  }

  /// Number of pictures.
  public var count: Int { samples.count }

  /// The label of each picture, `int64` `[count]`.
  public var targets: Tensor { Tensor(samples.map(\.label)) }

  /// The transformed picture of an index, and its label.
  public subscript(index: Int) -> (Tensor, Int) {
    guard samples.indices.contains(index) else {
      misuse(
        "there is no item \(index)", in: "ImageFolder",
        hint: "the \(count) items have the indices 0 to \(count - 1)")
    }
    let (path, label) = samples[index]
    do {
      let picture = Tensor(try readImage(path).rgb)
      return (transform.map { $0(picture) } ?? picture, label)
    } catch {
      misuse("\(error)", in: "ImageFolder", hint: "remove the file or put a whole one there")
    }
  }

  /// PyTorch's text.
  public var description: String {
    datasetText("ImageFolder", count: count, root: root, transform: transform)
  }
}
