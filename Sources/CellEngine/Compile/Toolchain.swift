import Foundation

/// The Swift toolchain that compiles cells, and the libraries that cells import.
public struct Toolchain: Sendable {
  /// The toolchain's `usr` folder.
  public let root: String
  /// The folder of the `.swiftmodule` files of Martlet.
  public let modules: String
  /// The library that the worker loads before any cell: Martlet and the cells' support.
  public let library: String
  /// The program that runs cells.
  public let worker: String

  /// A toolchain of which every part is known.
  public init(root: String, modules: String, library: String, worker: String) {
    self.root = root
    self.modules = modules
    self.library = library
    self.worker = worker
  }

  /// The toolchain this very process runs on, and what was built beside its executable.
  ///
  /// Cells must be compiled by the compiler that compiled Martlet: its modules can be read by no
  /// other. The process has that toolchain's parser loaded, which gives the place away.
  ///
  /// - Throws: ``SetUpError`` when something is missing.
  public static func running() throws -> Toolchain {
    // Files below /proc have no size, so they are read until they end.
    let maps = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile() ?? Data()
    let parser = String(decoding: maps, as: UTF8.self).split(separator: "\n").first {
      $0.hasSuffix("/lib/swift/host/libSwiftParser.so")
    }
    guard let path = parser?.drop(while: { $0 != "/" }) else {
      throw SetUpError(missing: "libSwiftParser.so", cure: "run kernel-spec/install once more")
    }
    let root = String(path.dropLast("/lib/swift/host/libSwiftParser.so".count))
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = binary.deletingLastPathComponent()
    let toolchain = Toolchain(
      root: root, modules: folder.appendingPathComponent("Modules").path,
      library: folder.appendingPathComponent("libMartlet.so").path,
      worker: folder.appendingPathComponent("martlet-worker").path)
    for file in [
      toolchain.frontend, toolchain.linker, toolchain.worker, toolchain.library, toolchain.modules,
      toolchain.snapshotLibrary,
    ]
    where !FileManager.default.fileExists(atPath: file) {
      throw SetUpError(missing: file, cure: "run kernel-spec/install once more")
    }
    return toolchain
  }

  /// What a compiler is started with that is to wait for cells: it lies beside Martlet's library.
  var snapshotLibrary: String {
    URL(filePath: library).deletingLastPathComponent().appending(path: "libCompilerSnapshot.so")
      .path
  }

  var frontend: String { root + "/bin/swift-frontend" }
  var linker: String { root + "/bin/ld.lld" }
  var symbolizer: String { root + "/bin/llvm-symbolizer" }
  var libraries: String { root + "/lib/swift/linux" }
  var startup: String { libraries + "/\(Self.architecture)/swiftrt.o" }
  var plugins: String { root + "/lib/swift/host/plugins" }
  var pluginServer: String { root + "/lib/swift/host/libSwiftInProcPluginServer.so" }

  #if arch(arm64)
    private static let architecture = "aarch64"
    /// What the linker calls the kind of files it writes.
    static let emulation = "aarch64linux"
  #else
    private static let architecture = "x86_64"
    static let emulation = "elf_x86_64"
  #endif
}

/// Something the engine needs is not where it should be.
public struct SetUpError: Error, CustomStringConvertible {
  let missing: String
  let cure: String

  /// What is missing, and what to do.
  public var description: String { "\(missing) is missing: \(cure)" }
}
