import Foundation

/// The part of a Swift module's file that has code for other modules to copy.
///
/// Most cells have none, but the compiler prepares to read it in each module that it knows of,
/// before it compiles anything; with 500 cells that takes a sixth of a compile's time. What is of a
/// kind that the compiler does not know, it skips.
enum ModuleCode {
  // The numbers of kinds in Swift's `ModuleFormat.h`.
  private static let module = 8
  private static let code = 14
  private static let index = 15
  private static let unknown = 95

  /// Takes the part out of a module's file, when it is empty.
  static func removeEmpty(path: String) {
    guard let bytes = FileManager.default.contents(atPath: path),
      let changed = removingEmpty(from: [UInt8](bytes))
    else { return }
    try? Data(changed).write(to: URL(filePath: path))
  }

  /// The bytes of a module whose part is skipped.
  ///
  /// - Returns: `nil` when the part is not empty, is not there, or the bytes are of another form.
  static func removingEmpty(from bytes: [UInt8]) -> [UInt8]? {
    let stream = Bitstream(bytes: bytes, position: 32)
    guard
      let module = stream.blocks(until: bytes.count * 8, in: 2).first(where: { $0.kind == module })
    else { return nil }
    let inner = Bitstream(bytes: bytes, position: module.content.lowerBound)
    let blocks = inner.blocks(until: module.content.upperBound, in: module.width)
    guard let index = blocks.first(where: { $0.kind == index }), stream.isEmpty(index) else {
      return nil
    }
    var changed = bytes
    for block in blocks where block.kind == code || block.kind == self.index {
      for bit in 0..<8 {
        let (byte, shift) = (block.kindPosition + bit).quotientAndRemainder(dividingBy: 8)
        changed[byte] &= ~(1 << shift)
        changed[byte] |= UInt8(unknown >> bit & 1) << shift
      }
    }
    return changed
  }
}
