import Foundation

/// Empty files for modules to come.
///
/// A compiler lists the folders of modules once, and finds only what is in the list.
struct AnnouncedModules {
  /// How many cells are announced ahead.
  private static let ahead = 500

  let folder: String
  /// The last cell that a compiler finds if it is started now.
  private(set) var last = 0

  init(folder: String) { self.folder = folder }

  /// Makes files for the cells behind one, and for the bases of a compiler; false when that fails.
  mutating func announce(behind newest: Int, _ bases: [String]) -> Bool {
    let wanted = max(last, newest + Self.ahead)
    for name in (last..<wanted).map({ CellNames.module($0 + 1) }) + bases {
      let file = open(folder + "/\(name).swiftmodule", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      guard file >= 0 else { return false }
      close(file)
    }
    last = wanted
    return true
  }
}
