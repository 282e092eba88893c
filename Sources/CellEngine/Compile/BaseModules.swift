import Foundation
import Subprocess
import SystemPackage

/// Makes the modules that have a compiler read a cell's module, and all those behind it.
///
/// If the compiler were told to import a cell itself, that cell's names would be as near as those of
/// newer cells, and could not be told apart from them.
///
/// Each compiler has a series of them.
actor BaseModules {
  /// How many modules a series has, which is how often a compiler can read.
  static let count = 32

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
    (0..<count).map { "Base" + padded(serial, to: 4) + padded($0, to: 2) }
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  /// Whether bytes are the name of a base.
  static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 10 && bytes.starts(with: "Base".utf8)
      && bytes.dropFirst(4).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Makes a module that reads another one.
  ///
  /// - Returns: whether it is there.
  func write(_ base: String, reading module: String) async -> Bool {
    let stem = folder + "/" + base
    let path = stem + ".swiftmodule"
    if let template, template.write(to: path, base: base, module: module) { return true }
    guard (try? WorkFolder.write("import \(module)\n".utf8, to: stem + ".swift")) != nil
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
