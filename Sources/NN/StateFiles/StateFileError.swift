/// Why a state could not be read or written: what, where, and what to do.
///
///     the file ends early: the header announces 1048 bytes, and 300 are there
///       --> mnist.safetensors, byte 8
///     hint: copy or download the file again
public struct StateFileError: Error, CustomStringConvertible, Sendable {
  /// The whole message, of several lines.
  public let description: String

  init(_ what: String, at place: String, hint: String) {
    description = "\(what)\n  --> \(place)\nhint: \(hint)"
  }
}
