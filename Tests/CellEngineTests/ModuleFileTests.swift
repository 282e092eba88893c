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

  /// Declarations of all kinds are read from a module that has lost what is of no use, and there is
  /// less to read.
  @Test func light() throws {
    let workshop = try Workshop()
    let declarations = """
      public protocol Shape { associatedtype Unit; var area: Double { get }; static var name: String { get } }
      public enum Size: Int, CaseIterable { case small = 1, large; public var twice: Int { rawValue * 2 } }
      public indirect enum Tree<Leaf> { case leaf(Leaf), node(Tree, Tree) }
      @frozen public struct Square<S: Numeric>: Hashable where S: Hashable {
        public var side: S; public init(side: S) { self.side = side }
        public subscript(_ factor: S) -> S { side * factor }
      }
      extension Square: Shape where S == Double {
        public typealias Unit = Int; public var area: Double { side * side }
        public static var name: String { "square" }
      }
      open class Base { public var count = 0; public init() {}; open func grow(by n: Int = 1) { count += n } }
      public final class Derived: Base, @unchecked Sendable { override public func grow(by n: Int = 1) { count -= n } }
      public actor Counter { public var value = 0; public init() {}; public func up() -> Int { value += 1; return value } }
      infix operator <+>: AdditionPrecedence
      public func <+> (a: Int, b: Int) -> Int { a + b }
      public func some() -> some Sequence<Int> { [1, 2] }
      public func pack<each T>(_ t: repeat each T) -> (repeat each T) { (repeat each t) }
      public func fails(_ flag: Bool) throws(CancellationError) -> Int { 1 }
      @propertyWrapper public struct Twice { public var wrappedValue: Int; public init(wrappedValue: Int) { self.wrappedValue = wrappedValue * 2 } }
      public struct Holder { @Twice public var x = 2; public init() {} }
      public let pair: (a: Int, b: String) = (1, "b")
      public var closure: @Sendable (Int) async throws -> Int = { $0 }
      """
    let bytes = try workshop.module(declarations)
    let path = workshop.path("A.swiftmodule")
    ModuleFile.lighten(path: path)
    let light = try Data(contentsOf: URL(filePath: path))
    #expect(light.count == bytes.count)
    #expect(light.count { $0 == 0 } > bytes.count { $0 == 0 } + 10_000)
    let uses = #"""
      import A
      let s = Square(side: 2.0); print(s.area, s[3], Set([s]).count, Square<Double>.name)
      print(Size.allCases.map(\.twice), Tree.node(.leaf(1), .leaf(2)), 1 <+> 2, Array(some()))
      let d: Base = Derived(); d.grow(); print(d.count, pack(1, "x"), try fails(true), Holder().x, pair.b)
      Task { print(await Counter().up(), try await closure(1)) }
      """#
    #expect(try workshop.compile(uses, "-typecheck"))
    var file = ModuleFile([UInt8](light))
    let isChangedAgain = file.lighten()
    #expect(!isChangedAgain)
  }

  /// A file that is cut anywhere, or is no module, is left alone or changed within its bounds.
  @Test func damaged() throws {
    let bytes = try Workshop().module("let a = 1")
    let whole = (0..<bytes.count).filter { count in
      var file = ModuleFile([UInt8](bytes[..<count]))
      return file.lighten()
    }
    // With the names of all kinds of records, which come first, nothing else need be whole.
    #expect(whole.allSatisfy { $0 > 15_000 })
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: changed.indices)] = .random(in: 0...255, using: &random)
      }
      var file = ModuleFile(changed)
      _ = file.lighten()
      #expect(file.bytes.count == bytes.count)
    }
    var nothing = ModuleFile([])
    let isAnything = nothing.lighten()
    #expect(!isAnything)
  }
}
