@_implementationOnly import Crypto
@_implementationOnly import PartialFiles

/// Fetches `file` from the first of `mirrors` that has it whole, into `folder`.
///
/// The bytes are written beside the final name and renamed once their MD5 sum is right.
///
/// - Throws: `MirrorsFailed` when no mirror gave the file, `DataError` when it cannot be written.
func download(
  _ file: PublishedFile, from mirrors: [String], into folder: String,
  shouldStop: @escaping () -> Bool = { false }, progress: DownloadProgress = .init()
) throws {
  var attempts: [String] = []
  for mirror in mirrors {
    let url = mirror + file.name
    do {
      try download(
        file, url: url, to: "\(folder)/\(file.name)", shouldStop: shouldStop, progress: progress)
      return
    } catch let failure as HTTP.Failure {
      progress.endLine()
      attempts.append("\(url): \(failure)")
      if shouldStop() { break }
    }
  }
  throw MirrorsFailed(attempts: attempts)
}

/// What each mirror answered.
struct MirrorsFailed: Error {
  let attempts: [String]
}

private func download(
  _ file: PublishedFile, url: String, to path: String, shouldStop: @escaping () -> Bool,
  progress: DownloadProgress
) throws {
  progress.start(url, path)
  // Made with the first bytes, so that a mirror that cannot be reached leaves not even a folder.
  var partial: PartialFile?
  var sum = Insecure.MD5()
  var count = 0
  try HTTP.get(url, shouldStop: shouldStop) { piece, total in
    let target = try partial ?? PartialFile(ofData: path)
    partial = target
    try target.write(piece)
    sum.update(bufferPointer: piece)
    count += piece.count
    progress.advance(file.name, count, total)
  }
  let found = sum.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  guard found == file.md5 else {
    throw HTTP.Failure(description: "the MD5 sum is \(found), it should be \(file.md5)")
  }
  try partial?.finish()
  progress.endLine()
}
