import Foundation
import Testing

@testable import CellEngine

@Suite struct ModuleCodeTests {
  /// The file of a module that the toolchain makes of a source.
  private func module(_ source: String) throws -> [UInt8] {
    let folder = URL.temporaryDirectory.appending(path: "martlet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try source.write(to: folder.appending(path: "a.swift"), atomically: true, encoding: .utf8)
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-emit-module", "-enable-testing", "-module-name", "A", "a.swift",
    ]
    compiler.currentDirectoryURL = folder
    try compiler.run()
    compiler.waitUntilExit()
    return [UInt8](try Data(contentsOf: folder.appending(path: "A.swiftmodule")))
  }

  /// What has no code to copy loses the part for it, and keeps its size.
  @Test func empty() throws {
    let bytes = try module("struct P { var x = 1 }\nlet a = 1")
    // Not in one step: a failure would print all the bytes.
    let result = ModuleCode.removingEmpty(from: bytes)
    let changed = try #require(result)
    #expect(changed.count == bytes.count)
    #expect(zip(changed, bytes).filter { $0 != $1 }.count <= 4)
    let again = ModuleCode.removingEmpty(from: changed)
    #expect(again == nil)
  }

  /// Code that other modules may copy stays.
  @Test(arguments: [
    "@inlinable public func f() -> Int { 1 }", "public class K { public func f() {} }",
  ])
  func full(source: String) throws {
    let result = ModuleCode.removingEmpty(from: try module(source))
    #expect(result == nil)
  }

  /// A file that is cut anywhere, or is no module, is left alone or changed within its bounds.
  @Test func damaged() throws {
    let bytes = try module("let a = 1")
    for count in 0..<bytes.count
    where ModuleCode.removingEmpty(from: [UInt8](bytes[..<count])) != nil {
      Issue.record("a module of \(bytes.count) bytes, cut to \(count), was taken for whole")
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: changed.indices)] = .random(in: 0...255, using: &random)
      }
      if let result = ModuleCode.removingEmpty(from: changed) {
        #expect(result.count == bytes.count)
      }
    }
    #expect(ModuleCode.removingEmpty(from: []) == nil)
  }
}
