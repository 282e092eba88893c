/// Data that could not be found, fetched, read or written: what, where, and what to do.
///
/// The text is meant for the person at the notebook:
///
///     the file ends early: 47040016 bytes were announced, 12 are there
///       --> data/MNIST/raw/train-images-idx3-ubyte, byte 12
///     hint: remove the file and load the set again with download: true
public struct DataError: Error, CustomStringConvertible, Sendable {
  /// The whole message, of several lines.
  public let description: String

  init(_ what: String, at place: String, hint: String) {
    description = "\(what)\n  --> \(place)\nhint: \(hint)"
  }

  init(whole text: String) {
    description = text
  }
}
