/// A function of an earlier cell that a call could mean as well as one that a new cell declares.
struct ConfusableFunction {
  let function: FunctionSignature
  /// Its cell's place in the chain.
  let index: Int
  let new: FunctionSignature
}

extension CellChain {
  /// Declarations that keep a cell's functions from being confused with those they replace.
  ///
  /// The compiler lets a newer declaration shadow an older one only where both have the same type.
  /// A cell that is run again makes new types, and a function that returns one is to the compiler
  /// another function beside the old one, which every call could mean as well. So the old one is
  /// declared once more, as unavailable: that shadows it, and loses against the new one.
  func superseding(_ older: [ConfusableFunction]) -> [String] {
    older.filter { !$0.function.isOpaque }.map { old in
      "@available(*, unavailable, message: \"it was declared again\")\n"
        + "\(old.function.declaration { module(ofType: $0, before: old.index + 1) })"
        + " { Swift.fatalError() }"
    }
  }

  /// Functions of earlier cells that a call could mean as well as one of a cell's own.
  func confusable(with plan: CellPlan) -> [ConfusableFunction] {
    let own = Set(plan.types)
    func newModule(_ type: String) -> String? {
      own.contains(type) ? "new" : module(ofType: type, before: links.endIndex)
    }
    var result: [ConfusableFunction] = []
    for function in plan.functions {
      for index in links.indices.reversed() {
        func oldModule(_ type: String) -> String? { module(ofType: type, before: index + 1) }
        let same = links[index].plan.functions.filter { $0.key == function.key }
        for old in same
        where old.isAmbiguous(with: function, module: oldModule, otherModule: newModule) {
          result.append(.init(function: old, index: index, new: function))
        }
        // What that one replaced was hidden for it.
        if !same.isEmpty { break }
      }
    }
    return result
  }

  /// The module that a type's name means to the cells before an index.
  private func module(ofType name: String, before end: Int) -> String? {
    links[..<end].last { $0.plan.types.contains(name) }?.module
  }
}
