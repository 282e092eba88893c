import SwiftParser
import SwiftSyntax

/// Functions with results of the kind `some P` that are declared again.
///
/// Nothing can shadow such a function, since its type is like no other, and a call could mean the
/// older one as well as the new one. So the older cell is shown to later ones with a mark on that
/// function that makes the compiler take any other first.
extension Session {
  /// Makes older functions give way to those of a cell.
  ///
  /// - Returns: the modules as they were, to be put back when the cell does not compile.
  func disfavor(_ older: [ConfusableFunction]) async -> [CellCompiler.Interface] {
    let cells = Dictionary(grouping: older.filter(\.function.isOpaque), by: \.index)
    var changed: [CellCompiler.Interface] = []
    for (index, group) in cells.sorted(by: { $0.key < $1.key }) {
      let keys = Set(group.map(\.function.key))
      let module = chain.links[index].module
      do {
        changed.append(
          try await compiler.reissue(
            module,
            marking: { source in withDeepStack { Self.disfavoring(keys, in: source) } },
            refusing: { source in withDeepStack { Self.refusing(source) } }))
      } catch {
        log.error("functions of \(module) could not be hidden: \(error)")
      }
    }
    if !changed.isEmpty { await compiler.snapshots.forget() }
    return changed
  }

  /// Takes back what was done for a cell that does not compile.
  func takeBack(_ interfaces: [CellCompiler.Interface]) async {
    if interfaces.isEmpty { return }
    for interface in interfaces {
      do { try compiler.restore(interface) } catch {
        log.error("\(interface.module) could not be restored: \(error)")
      }
    }
    await compiler.snapshots.forget()
  }

  /// What the user should know of functions that earlier code goes on calling.
  func opaqueNotices(_ older: [ConfusableFunction]) -> [String] {
    older.filter { $0.function.isOpaque && $0.function.text != $0.new.text }
      .map { old in
        "\(old.function.name) was declared anew, and its result hides its type: functions of earlier "
          + "cells go on calling that of cell \(chain.links[old.index].label)."
      }
  }

  private static let mark = "_disfavoredOverload"

  private static func disfavoring(_ keys: Set<String>, in source: String) -> String {
    var edits = SourceEdits()
    for function in opaqueFunctions(source)
    where FunctionSignature(function).map({ keys.contains($0.key) }) ?? false {
      edits.insert("@\(mark) ", at: function.bytes.lowerBound)
    }
    return edits.applied(to: source)
  }

  private static func refusing(_ source: String) -> String {
    var edits = SourceEdits()
    for function in opaqueFunctions(source) where function.attributes.words.contains(mark) {
      edits.insert("@available(*, unavailable) ", at: function.bytes.lowerBound)
    }
    return edits.applied(to: source)
  }

  private static func opaqueFunctions(_ source: String) -> [FunctionDeclSyntax] {
    Parser.parse(source: source).statements.compactMap { $0.item.as(FunctionDeclSyntax.self) }
      .filter { FunctionSignature($0)?.isOpaque ?? false }
  }
}
