package import Tensors

/// What the properties of a module hold, in the order of declaration, superclass first.
package struct ModuleState {
  package var parameters: [(name: String, parameter: Parameter)] = []
  package var buffers: [(name: String, buffer: Buffer)] = []
  package var children: [(name: String, module: Module)] = []
}

extension Module {
  /// What the properties hold, superclass first.
  final func reflectedProperties() -> ModuleState {
    var mirrors: [Mirror] = []
    var mirror: Mirror? = Mirror(reflecting: self)
    while let current = mirror {
      mirrors.append(current)
      mirror = current.superclassMirror
    }
    var state = ModuleState()
    for mirror in mirrors.reversed() {
      for child in mirror.children {
        if let label = child.label { state.add(child.value, named: propertyName(label)) }
      }
    }
    return state
  }
}

extension ModuleState {
  fileprivate mutating func add(_ value: Any, named name: String) {
    if let module = value as? Module {
      children.append((name, module))
    } else if let parameter = value as? Parameter {
      parameters.append((name, parameter))
    } else if let buffer = value as? Buffer {
      buffers.append((name, buffer))
    } else if let modules = value as? [Module], !modules.isEmpty {
      children.append((name, ModuleList(modules)))
    } else if let list = value as? [Parameter] {
      for (index, parameter) in list.enumerated() {
        parameters.append(("\(name).\(index)", parameter))
      }
    }
  }
}

/// The name of a property as the program spells it: a `lazy` one is stored under a longer name.
private func propertyName(_ label: String) -> String {
  let lazyPrefix = "$__lazy_storage_$_"
  return label.hasPrefix(lazyPrefix) ? String(label.dropFirst(lazyPrefix.count)) : label
}
