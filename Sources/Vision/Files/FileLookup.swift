@_implementationOnly import Glibc

/// Questions about paths.
enum FileLookup {
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The value of an environment variable; an empty one counts as unset.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `root` and `rest` with one slash between them.
  static func join(_ root: String, _ rest: String) -> String {
    if root.isEmpty { return rest }
    return root.hasSuffix("/") ? root + rest : "\(root)/\(rest)"
  }

  /// Where this library keeps what it can make again: `$XDG_CACHE_HOME/martlet`, by default
  /// `~/.cache/martlet`.
  static var cacheFolder: String {
    if let cache = environment("XDG_CACHE_HOME") { return join(cache, "martlet") }
    return join(environment("HOME") ?? "/tmp", ".cache/martlet")
  }
}
