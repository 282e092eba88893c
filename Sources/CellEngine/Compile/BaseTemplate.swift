import Foundation

/// A module that imports another one, from which those that import a third are made: they differ
/// in the two names alone.
struct BaseTemplate: Sendable {
  private let bytes: Data
  private let base: Range<Data.Index>
  private let module: Range<Data.Index>

  /// Reads a module; `nil` when the names do not stand in it once each.
  init?(path: String, base: String, module: String) {
    guard let bytes = FileManager.default.contents(atPath: path),
      module.utf8.count == CellNames.module(0).utf8.count,
      let basePlace = Self.onlyPlace(of: base, in: bytes),
      let modulePlace = Self.onlyPlace(of: module, in: bytes)
    else { return nil }
    (self.bytes, self.base, self.module) = (bytes, basePlace, modulePlace)
  }

  private static func onlyPlace(of name: String, in bytes: Data) -> Range<Data.Index>? {
    guard let place = bytes.range(of: Data(name.utf8)),
      bytes.range(of: Data(name.utf8), in: place.upperBound..<bytes.endIndex) == nil
    else { return nil }
    return place
  }

  /// Writes a module; false when the names do not fit.
  func write(to path: String, base: String, module: String) -> Bool {
    guard base.utf8.count == self.base.count, module.utf8.count == self.module.count else {
      return false
    }
    var copy = bytes
    copy.replaceSubrange(self.base, with: base.utf8)
    copy.replaceSubrange(self.module, with: module.utf8)
    return (try? WorkFolder.replace(path, with: copy)) != nil
  }
}
