extension IDXArchive {
  /// One half of the set: found, fetched, or drawn in its stead.
  ///
  /// - Parameters:
  ///   - root: Folder in which the set has, or gets, a folder of its own.
  ///   - download: Fetches what is missing, for both halves, so that the test half is there later.
  ///   - standIn: Draws digits when there are none; only MNIST has a stand-in.
  ///   - announce: Takes the lines that the reader should see.
  func load(
    root: String, train: Bool, download: Bool, standIn: Bool,
    announce: (String) -> Void = { print($0) }, progress: DownloadProgress = .init()
  ) throws -> LabelledPictures {
    let folders = folders(root: root)
    if let found = try read(train: train, in: folders) { return found }
    if standIn && name == StandIn.replaces {
      return try StandIn(cache: FileLookup.cacheFolder).load(
        train: train, classes: classes.count, announce: announce)
    }
    var attempts: [String] = []
    if download {
      attempts = try fetchMissing(into: downloadFolder(root: root), known: folders, progress)
      if let found = try read(train: train, in: folders) { return found }
    }
    throw notFound(train: train, folders: folders, download: download, attempts: attempts)
  }

  /// `nil` when either file is missing.
  private func read(train: Bool, in folders: [IDXFolder]) throws -> LabelledPictures? {
    let split = split(train: train)
    guard let images = find(split.images, in: folders), let labels = find(split.labels, in: folders)
    else { return nil }
    return try LabelledPictures(images: images, labels: labels, classes: classes.count)
  }

  /// Fetches until a file cannot be had; returns what the mirrors said about that one.
  private func fetchMissing(
    into folder: IDXFolder, known folders: [IDXFolder], _ progress: DownloadProgress
  ) throws -> [String] {
    for file in files where find(file, in: folders) == nil {
      do {
        try Vision.download(
          file, from: mirrors, into: folder.path, shouldStop: { Interruption.isRequested },
          progress: progress)
      } catch let failure as MirrorsFailed {
        Interruption.stopIfRequested()
        return failure.attempts
      }
    }
    return []
  }

  private func notFound(
    train: Bool, folders: [IDXFolder], download: Bool, attempts: [String]
  ) -> DataError {
    let split = split(train: train)
    let half = train ? "training" : "test"
    var lines = [
      "the \(half) half of \(name) is not here" + (download ? " and could not be fetched" : ""),
      "  looked for \(split.images.unpackedName) and \(split.labels.unpackedName), or .gz, in",
    ]
    lines += folders.map { "    \($0.path)  (\($0.origin))" }
    if download {
      lines.append("  tried")
      lines += attempts.map { "    \($0)" }
    } else {
      lines.append("  tried no download, since download: true was not given")
    }
    lines.append("hint: set MARTLET_DATA to a folder that holds \(name)/raw with these files")
    if !download { lines.append("      or fetch them with download: true") }
    if name == StandIn.replaces {
      lines.append("      or let drawn digits stand in with standIn: true or MARTLET_STANDIN=1")
    }
    return DataError(whole: lines.joined(separator: "\n"))
  }
}
