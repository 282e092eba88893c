import Foundation
import Subprocess
import SystemPackage

/// Makes the modules that have a compiler read a cell's module, and all those behind it.
///
/// If the compiler were told to import a cell itself, that cell's names would be as near as those of
/// newer cells, and could not be told apart from them.
///
/// Each compiler has a series of them. The module of a cell knows the series of the compiler that
/// made it, and whoever reads the cell reads those too.
actor BaseModules {
  /// How many modules a series has, which is how often a compiler can read.
  private static let letters = "abcdefghijklmnop"

  private let toolchain: Toolchain
  private let folder: String
  private let searchPaths: [String]
  private var template: BaseTemplate?

  init(toolchain: Toolchain, folder: String, searchPaths: [String]) {
    self.toolchain = toolchain
    self.folder = folder
    self.searchPaths = searchPaths
  }

  /// The names of a series; up to 9,999 all are as long as one another.
  static func series(_ serial: Int) -> [String] {
    let digits = String(serial)
    let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return letters.map { "Base\(number)\($0)" }
  }

  /// Makes a module that reads another one.
  ///
  /// - Returns: whether it is there.
  func write(_ base: String, reading module: String) async -> Bool {
    let stem = folder + "/" + base
    let path = stem + ".swiftmodule"
    if let template, template.write(to: path, base: base, module: module) { return true }
    guard (try? Data("import \(module)\n".utf8).write(to: URL(filePath: stem + ".swift"))) != nil
    else { return false }
    let result = try? await Subprocess.run(
      .path(FilePath(toolchain.frontend)),
      arguments: Arguments(
        ["-frontend", "-emit-module", "-parse-as-library", stem + ".swift"]
          + ["-module-name", base, "-o", path] + searchPaths),
      input: .none, output: .discarded, error: .discarded)
    guard result?.terminationStatus.isSuccess == true else { return false }
    template = template ?? BaseTemplate(path: path, base: base, module: module)
    return true
  }
}
