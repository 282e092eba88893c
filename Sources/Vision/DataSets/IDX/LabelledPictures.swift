/// Pictures of one size and a label for each, as two idx files hold them.
struct LabelledPictures {
  /// `[count, height, width]`, in colour with a fourth number for the channels of a pixel.
  let shape: [Int]
  /// Bytes, picture after picture, row after row, pixel after pixel.
  let pixels: [UInt8]
  let labels: [UInt8]

  /// Reads both files and makes sure that they belong together.
  init(images imagesPath: String, labels labelsPath: String, classes: Int) throws {
    let images = try IDX(path: imagesPath)
    let labels = try IDX(path: labelsPath)
    guard (3...4).contains(images.shape.count), !images.shape.dropFirst().contains(0) else {
      throw Self.mismatch(
        "pictures need the sizes [count, height, width], not \(images.shape)",
        imagesPath)
    }
    guard labels.shape.count == 1 else {
      throw Self.mismatch("labels need the size [count], not \(labels.shape)", labelsPath)
    }
    guard labels.shape[0] == images.shape[0] else {
      throw Self.mismatch(
        "\(labels.shape[0]) labels do not fit the \(images.shape[0]) pictures of \(imagesPath)",
        labelsPath)
    }
    if let wrong = labels.bytes.firstIndex(where: { $0 >= classes }) {
      throw Self.mismatch(
        "label \(labels.bytes[wrong]) of picture \(wrong) is not among the \(classes) classes",
        labelsPath)
    }
    shape = images.shape
    pixels = images.bytes
    self.labels = labels.bytes
  }

  /// Number of pictures.
  var count: Int { labels.count }

  private static func mismatch(_ what: String, _ path: String) -> DataError {
    DataError(
      what, at: path,
      hint: "pictures and labels of another set or half lie here; remove both and load again")
  }
}
