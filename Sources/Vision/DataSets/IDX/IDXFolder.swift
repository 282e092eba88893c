/// A folder that may hold the files of an archive.
struct IDXFolder: Sendable {
  let path: String
  /// Why this folder was looked into, as error messages say it.
  let origin: String

  /// The path of `file` here, unpacked or as published; `nil` when it is not here.
  func find(_ file: PublishedFile) -> String? {
    [file.unpackedName, file.name].map { FileLookup.join(path, $0) }.first(where: FileLookup.isFile)
  }
}

extension IDXArchive {
  /// Where the set is looked for: first in `MARTLET_DATA`, then in the folder given.
  func folders(root: String) -> [IDXFolder] {
    let shared = FileLookup.environment("MARTLET_DATA").map {
      IDXFolder(path: FileLookup.join($0, "\(name)/raw"), origin: "MARTLET_DATA")
    }
    return [shared].compactMap { $0 } + [downloadFolder(root: root)]
  }

  func downloadFolder(root: String) -> IDXFolder {
    IDXFolder(path: FileLookup.join(root, "\(name)/raw"), origin: "root: \"\(root)\"")
  }

  /// Where `file` lies, in the first folder that has it.
  func find(_ file: PublishedFile, in folders: [IDXFolder]) -> String? {
    folders.lazy.compactMap { $0.find(file) }.first
  }
}
