/// Why a picture could not be read or written: what is wrong, in which file, at which byte.
public struct ImageError: Error, CustomStringConvertible, Sendable {
  /// The whole message.
  public let description: String

  init(_ description: String) { self.description = description }

  /// The same error of a file.
  func inFile(_ path: String) -> ImageError { ImageError("\(path): \(description)") }
}
