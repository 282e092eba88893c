import Foundation

/// Empty files for modules to come.
///
/// A compiler lists the folders of modules once, and finds only what is in the list.
struct AnnouncedModules {
  /// How many cells and how many series of bases are announced ahead.
  private static let ahead = (cells: 100, series: 16)

  let folder: String
  /// The last names that a compiler finds if it is started now.
  private(set) var last = (cell: 0, series: 0)

  init(folder: String) { self.folder = folder }

  /// Makes files for what comes after a cell and a series of bases; false when that fails.
  mutating func announce(behind newest: (cell: Int, series: Int)) -> Bool {
    let wanted = (newest.cell + Self.ahead.cells, newest.series + Self.ahead.series)
    let cells = (last.cell..<max(last.cell, wanted.0)).map { CellNames.module($0 + 1) }
    let series = (last.series..<max(last.series, wanted.1)).map { BaseModules.series($0 + 1) }
    for name in cells + series.joined() {
      let file = open(folder + "/\(name).swiftmodule", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      guard file >= 0 else { return false }
      close(file)
    }
    last = (max(last.cell, wanted.0), max(last.series, wanted.1))
    return true
  }
}
