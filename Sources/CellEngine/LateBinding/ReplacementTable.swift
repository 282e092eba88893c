import Foundation

/// The table in which a worker notes which functions were replaced, as cells see it.
///
/// A C header declares it constant, so that what is read of it may be taken out of loops, and the
/// loop split into one that calls the replacement and one that is as fast as if there was none.
enum ReplacementTable {
  static let importText = "@_implementationOnly import MartletReplacements"

  private static let header = """
    // Written by Martlet, read by the compiler of cells.
    extern const unsigned char martlet_replaced[\(LateBindings.slots)];

    static inline __attribute__((always_inline)) _Bool __is_replaced(int slot) {
      return __builtin_expect(martlet_replaced[slot], 0);
    }

    """

  private static let map = """
    module MartletReplacements { header "replacements.h" export * }

    """

  /// The folder in which the compiler finds the header.
  static func folder(in cache: String) -> String { cache + "/replacements" }

  /// Writes the header.
  static func install(in cache: String) throws {
    let folder = folder(in: cache)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in [("replacements.h", header), ("module.modulemap", map)] {
      let path = folder + "/" + name
      // One that is rewritten would be compiled anew.
      if (try? String(contentsOfFile: path, encoding: .utf8)) == text { continue }
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
