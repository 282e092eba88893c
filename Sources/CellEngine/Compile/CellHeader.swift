import Foundation

/// A C header that cells see as a module of its own.
struct CellHeader {
  let module: String
  let text: String

  /// What stands before a cell that uses it.
  var importText: String { "@_implementationOnly import \(module)" }

  /// The folder in which the compiler finds it.
  func folder(in cache: String) -> String { cache + "/" + module }

  /// Writes it, beside a module map.
  func install(in cache: String) throws {
    let folder = folder(in: cache)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let map = "module \(module) { header \"cells.h\" export * }\n"
    for (name, text) in [("cells.h", text), ("module.modulemap", map)] {
      let path = folder + "/" + name
      // One that is rewritten would be compiled anew.
      if (try? String(contentsOfFile: path, encoding: .utf8)) == text { continue }
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
