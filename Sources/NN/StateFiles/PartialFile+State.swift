internal import PartialFiles

extension PartialFile {
  /// A file that becomes a state, with this module's errors.
  convenience init(ofState target: String) throws {
    try self.init(beside: target) { what, path in
      StateFileError(
        what, at: path, hint: "free some space, or choose a folder that you may write to")
    }
  }
}
