import Foundation
import Testing

@testable import CellEngine

@Suite struct ModuleFileTests {
  /// A folder in which modules are made by the toolchain, removed with the value.
  private final class Workshop {
    let folder = URL.temporaryDirectory.appending(path: "martlet-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs the compiler on a source; whether it succeeds.
    @discardableResult
    func compile(_ source: String, _ arguments: String...) throws -> Bool {
      try source.write(toFile: path("source.swift"), atomically: true, encoding: .utf8)
      let compiler = Process()
      compiler.executableURL = URL(filePath: "/usr/bin/env")
      compiler.arguments = ["swiftc", "-I", ".", "source.swift"] + arguments
      compiler.currentDirectoryURL = folder
      compiler.standardError = FileHandle.nullDevice
      try compiler.run()
      compiler.waitUntilExit()
      return compiler.terminationStatus == 0
    }

    /// The bytes of a module.
    func module(_ source: String) throws -> [UInt8] {
      try compile(source, "-emit-module", "-enable-testing", "-module-name", "A")
      return [UInt8](try Data(contentsOf: URL(filePath: path("A.swiftmodule"))))
    }
  }

  /// What has no code to copy loses the part for it, and keeps its size.
  @Test func empty() throws {
    let bytes = try Workshop().module("struct P { var x = 1 }\nlet a = 1")
    var file = ModuleFile(bytes)
    let isChanged = file.removeEmptyCode()
    let changes = zip(file.bytes, bytes).count { $0 != $1 }
    #expect(file.bytes.count == bytes.count)
    #expect(isChanged && (1...4).contains(changes))
    let isChangedAgain = file.removeEmptyCode()
    #expect(!isChangedAgain)
  }

  /// Code that other modules may copy stays.
  @Test(arguments: [
    "@inlinable public func f() -> Int { 1 }", "public class K { public func f() {} }",
  ])
  func full(source: String) throws {
    var file = ModuleFile(try Workshop().module(source))
    let hasNoCode = file.removeEmptyCode()
    #expect(!hasNoCode)
  }

  /// A module can be imported without the bases of the compiler that made it, and so can one that
  /// has lost its code.
  @Test func bases() throws {
    let workshop = try Workshop()
    for base in ["Base000100", "Base000101"] {
      #expect(try workshop.compile("", "-emit-module", "-module-name", base))
    }
    #expect(
      try workshop.compile(
        "public let a = 1", "-emit-module", "-module-name", "A", "-Xfrontend", "-import-module",
        "-Xfrontend", "Base000100", "-Xfrontend", "-import-module", "-Xfrontend", "Base000101"))
    for base in ["Base000100", "Base000101"] {
      try FileManager.default.removeItem(atPath: workshop.path("\(base).swiftmodule"))
    }
    #expect(try !workshop.compile("import A\nprint(a)", "-typecheck"))
    ModuleFile.lighten(path: workshop.path("A.swiftmodule"))
    #expect(try workshop.compile("import A\nprint(a)", "-typecheck"))
  }

  /// Of what a module imports, what it exports stays, and so does what no other cell imports.
  @Test func imports() throws {
    let workshop = try Workshop()
    #expect(try workshop.compile("public let e = 1", "-emit-module", "-module-name", "Exported"))
    #expect(try workshop.compile("public let o = 1", "-emit-module", "-module-name", "Other"))
    #expect(
      try workshop.compile(
        "@_exported import Exported; import Other; @_exported import _Concurrency\npublic let a = e + o",
        "-emit-module", "-module-name", "A"))
    let bytes = try Data(contentsOf: URL(filePath: workshop.path("A.swiftmodule")))
    var file = ModuleFile([UInt8](bytes))
    let isChanged = file.removeImpliedImports()
    #expect(isChanged && file.bytes.count == bytes.count)
    let isChangedAgain = file.removeImpliedImports()
    #expect(!isChangedAgain)
    try Data(file.bytes).write(to: URL(filePath: workshop.path("A.swiftmodule")))
    #expect(try workshop.compile("import A\nprint(a, e)", "-typecheck"))
    #expect(try !workshop.compile("import A\nprint(o)", "-typecheck"))
    try FileManager.default.removeItem(atPath: workshop.path("Other.swiftmodule"))
    #expect(try !workshop.compile("import A\nprint(a, e)", "-typecheck"))
  }

  /// A file that is cut anywhere, or is no module, is left alone or changed within its bounds.
  @Test func damaged() throws {
    let bytes = try Workshop().module("let a = 1")
    let whole = (0..<bytes.count).filter { count in
      var file = ModuleFile([UInt8](bytes[..<count]))
      return file.removeEmptyCode() || file.removeImpliedImports()
    }
    #expect(whole == [])
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: changed.indices)] = .random(in: 0...255, using: &random)
      }
      var file = ModuleFile(changed)
      _ = (file.removeEmptyCode(), file.removeImpliedImports())
      #expect(file.bytes.count == bytes.count)
    }
    var nothing = ModuleFile([])
    let isAnything = nothing.removeEmptyCode() || nothing.removeImpliedImports()
    #expect(!isAnything)
  }
}
