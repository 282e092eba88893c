@_implementationOnly import Glibc

/// The names in a folder that are not hidden, sorted byte by byte.
struct FolderListing {
  private(set) var folders: [String] = []
  private(set) var files: [String] = []

  /// - Throws: `DataError` when the folder cannot be read.
  init(_ path: String) throws {
    guard let stream = opendir(path) else {
      throw DataError(
        "the folder cannot be read: \(SystemFailure())", at: path,
        hint: "give the path of a folder that you may read")
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if FileLookup.isFile(FileLookup.join(path, name)) {
        files.append(name)
      } else if FileLookup.isFolder(FileLookup.join(path, name)) {
        folders.append(name)
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The pictures in a folder, then those in the folders in it, each path whole.
  ///
  /// Folders that are links are followed, thirty deep at the most: a link may lead back.
  static func pictures(below path: String, depth: Int = 30) throws -> [String] {
    let listing = try FolderListing(path)
    let here = listing.files.filter(isPicture).map { FileLookup.join(path, $0) }
    guard depth > 0 else { return here }
    return try here
      + listing.folders.flatMap {
        try pictures(below: FileLookup.join(path, $0), depth: depth - 1)
      }
  }

  private static func isPicture(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".png", ".jpg", ".jpeg"].contains { name.hasSuffix($0) }
  }
}
