/// Where CIFAR-10 lies: a folder of binary files, or the archive in which they are published.
///
/// Address, sum and names are those of https://www.cs.toronto.edu/~kriz/cifar.html.
struct CIFARArchive: Sendable {
  static let classes = [
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
  ]
  static let folder = "cifar-10-batches-bin"
  static let file = PublishedFile(
    name: "cifar-10-binary.tar.gz", md5: "c32a1d4ab5d03f1284b67883e8d87530")
  static let mirrors = ["https://www.cs.toronto.edu/~kriz/"]

  /// The files of one half, in the order of the set.
  static func names(train: Bool) -> [String] {
    train ? (1...5).map { "data_batch_\($0).bin" } : ["test_batch.bin"]
  }

  let root: String
  /// The folder that `MARTLET_DATA` names, which is looked into first.
  var shared = FileLookup.environment("MARTLET_DATA")
  var mirrors = Self.mirrors
  var file = Self.file

  /// Reads one half from `MARTLET_DATA` or the root, folder or archive; fetches the archive where
  /// that is allowed.
  func load(train: Bool, download: Bool, progress: DownloadProgress = .init()) throws
    -> [CIFARBatch]
  {
    if let found = try find(train: train) { return found }
    var attempts: [String] = []
    if download {
      do {
        try Vision.download(
          file, from: mirrors, into: root.isEmpty ? "." : root,
          shouldStop: { Interruption.isRequested }, progress: progress)
      } catch let failure as MirrorsFailed {
        Interruption.stopIfRequested()
        attempts = failure.attempts
      }
      if let found = try find(train: train) { return found }
    }
    throw notFound(download: download, attempts: attempts)
  }

  private var places: [(path: String, origin: String)] {
    let shared = shared.map { ($0, "MARTLET_DATA") }
    return [shared].compactMap { $0 } + [(root, "root: \"\(root)\"")]
  }

  private func find(train: Bool) throws -> [CIFARBatch]? {
    let names = Self.names(train: train)
    for place in places {
      let files = names.map { FileLookup.join(place.path, "\(Self.folder)/\($0)") }
      if files.allSatisfy(FileLookup.isFile) {
        return try files.map {
          try CIFARBatch(from: ByteSource(path: $0), classes: Self.classes.count)
        }
      }
      let archive = FileLookup.join(place.path, file.name)
      if FileLookup.isFile(archive) {
        return try Self.read(TarArchive(path: archive), names, at: archive)
      }
    }
    return nil
  }

  /// The files called `names`, in that order, wherever they lie in the archive.
  static func read(_ archive: TarArchive, _ names: [String], at place: String) throws
    -> [CIFARBatch]
  {
    var batches: [String: CIFARBatch] = [:]
    while batches.count < names.count, let entry = try archive.next() {
      guard names.contains(entry.name), batches[entry.name] == nil else { continue }
      batches[entry.name] = try CIFARBatch(
        from: archive.source(entry), classes: classes.count)
    }
    return try names.map { name in
      guard let batch = batches[name] else {
        throw DataError(
          "the archive holds no file \(name)", at: place,
          hint: "remove the file and load the set again with download: true")
      }
      return batch
    }
  }

  private func notFound(download: Bool, attempts: [String]) -> DataError {
    var lines = [
      "CIFAR10 is not here" + (download ? " and could not be fetched" : ""),
      "  looked for the folder \(Self.folder) and the file \(file.name) in",
    ]
    lines += places.map { "    \($0.path)  (\($0.origin))" }
    if download {
      lines.append("  tried")
      lines += attempts.map { "    \($0)" }
    } else {
      lines.append("  tried no download, since download: true was not given")
    }
    lines.append("hint: set MARTLET_DATA to a folder that holds one of the two")
    if !download { lines.append("      or fetch the archive (170 MB) with download: true") }
    return DataError(whole: lines.joined(separator: "\n"))
  }
}
