import SwiftSyntax

extension LatePlan {
  /// Plans a module that gives the values of older types the functions of the new ones.
  ///
  /// In it, a type's name means the older type, and nothing else of the cell is left.
  ///
  /// - Parameter bindings: those before the cell, in which the names mean the older types.
  init(
    _ items: CodeBlockItemListSyntax, handingOn names: Set<String>, behind bindings: LateBindings
  ) {
    self.bindings = bindings
    module = ""
    label = 0
    for item in items {
      guard let type = item.item.as(DeclSyntax.self).flatMap(TypeDeclaration.init),
        names.contains(type.name), let head = type.head, var record = bindings.types[type.name]
      else {
        // What stands right behind an item was inserted for it.
        dropped.append(item.bytes.lowerBound..<item.bytes.upperBound + 1)
        continue
      }
      appendix.append("typealias \(type.name) = \(record.module).\(type.name)")
      extend("\(record.module).\(type.name)", instead: head, of: type)
      for part in type.members {
        guard let old = record.members[key(part)] else {
          // A function that is new is there for the others to call.
          if part.overrides { dropped += part.ownBytes }
          continue
        }
        if old.canStay(for: part) {
          record.members[key(part)] = update(old, with: part)
        } else {
          dropped += part.ownBytes
        }
      }
      self.bindings.set(record, for: type.name)
    }
  }
}
