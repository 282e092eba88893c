import Foundation
import SystemPackage

extension WorkFolder {
  /// Writes a file that is of use only as long as the kernel runs.
  ///
  /// Foundation has the disk confirm each file, which may take longer than to compile a cell.
  ///
  /// - Throws: `Errno`, when there is no room, say.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate, .closeOnExec],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    _ = try file.closeAfter { try file.writeAll(bytes) }
  }

  /// Writes a file beside another one and puts it in its place.
  static func replace(_ path: String, with bytes: some Sequence<UInt8>) throws {
    try write(bytes, to: path + ".new")
    guard rename(path + ".new", path) == 0 else { throw Errno(rawValue: errno) }
  }
}
