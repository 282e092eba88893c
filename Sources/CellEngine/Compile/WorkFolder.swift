import Foundation

/// The folder where cells are compiled, removed when the kernel ends.
///
/// A kernel that was killed leaves its folder behind; the next one removes it.
public final class WorkFolder: Sendable {
  /// The folder's path.
  public let path: String

  private static let prefix = "martlet-"

  /// Makes a folder and removes those of kernels that no longer run.
  public init() throws {
    let parent = FileManager.default.temporaryDirectory
    Self.removeAbandoned(in: parent)
    let name = "\(Self.prefix)\(getpid())-\(UUID().uuidString.prefix(8))"
    let folder = parent.appendingPathComponent(name, isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = folder.path
    try FileManager.default.createDirectory(
      atPath: path + "/statistics", withIntermediateDirectories: false)
  }

  /// Removes the folder and all in it.
  public func remove() { try? FileManager.default.removeItem(atPath: path) }

  deinit { remove() }

  private static func removeAbandoned(in parent: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, let owner = pid_t(parts[0]), owner > 0 else { continue }
      if kill(owner, 0) != 0 && errno == ESRCH {
        try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
      }
    }
  }
}
