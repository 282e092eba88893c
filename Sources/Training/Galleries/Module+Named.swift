internal import NN
internal import Tensors

extension Module {
  /// The module of a path such as `layer1.0`; stops the cell where there is none.
  func module(named path: String, in operation: String) -> Module {
    if let found = namedModules().first(where: { $0.name == path && !path.isEmpty }) {
      return found.module
    }
    misuse("the network has no layer named \"\(path)\"", in: operation, hint: layerNames)
  }

  /// The path of a module; stops the cell where it is not in the network.
  func path(of module: Module, in operation: String) -> String {
    if let found = namedModules().first(where: { $0.module === module }) { return found.name }
    misuse("the layer \(Self.line(module)) is not in the network", in: operation, hint: layerNames)
  }

  /// The paths of the convolutions within, and of the module itself where it is one.
  var convolutions: [(name: String, layer: Conv2d)] {
    namedModules().compactMap { name, module in (module as? Conv2d).map { (name, $0) } }
  }

  /// What `hint:` says of the layers that there are.
  private var layerNames: String {
    let names = namedModules().map(\.name).filter { !$0.isEmpty }
    let few = names.prefix(24).joined(separator: ", ")
    if names.isEmpty { return "it has no layers of its own" }
    return "it has \(few)" + (names.count > 24 ? " and \(names.count - 24) more" : "")
  }

  /// A module's class and options, without what is in it.
  static func line(_ module: Module) -> String {
    String("\(module)".prefix { $0 != "\n" })
  }
}
