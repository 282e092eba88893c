@_implementationOnly import PartialFiles

extension PartialFile {
  /// A file that becomes part of a data set, with this module's errors.
  convenience init(ofData target: String) throws {
    try self.init(beside: target) { what, path in
      DataError(
        what, at: path, hint: "free some space or choose another folder that you may write to")
    }
  }
}
