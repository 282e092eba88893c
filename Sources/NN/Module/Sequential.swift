public import Tensors

/// Modules that run one after the other, each on the output of the one before.
///
///     let model = Sequential(Linear(784, 128), ReLU(), Linear(128, 10))
///     let named = Sequential(["F6": Linear(120, 84), "relu6": ReLU(), "F7": Linear(84, 10)])
///     named["F7"]   // Linear(in_features=84, out_features=10, bias=True)
///     named[1]      // ReLU()
///     named[0..<2]  // a Sequential of the first two
public final class Sequential: Module, Sequence {
  private var layers: [(name: String, module: Module)]

  /// Makes a sequence whose modules are named "0", "1", ...
  public convenience init(_ modules: Module...) { self.init(modules) }

  /// Makes a sequence of the modules of an array, named "0", "1", ...
  public init(_ modules: [Module]) {
    layers = modules.enumerated().map { ("\($0.offset)", $0.element) }
  }

  /// Makes a sequence of named modules, in the order in which they are written.
  ///
  /// (PyTorch: `nn.Sequential(OrderedDict([...]))`.) Two modules of one name stop the cell, as does
  /// a name with a dot in it.
  public init(_ modules: KeyValuePairs<String, Module>) {
    layers = modules.map { ($0.key, $0.value) }
    super.init()
    var seen: Set<String> = []
    for (name, _) in layers {
      if name.contains(".") || name.isEmpty {
        misuse("a module cannot be named \"\(name)\"", in: "Sequential", hint: "use no dots")
      }
      if !seen.insert(name).inserted {
        misuse("two modules are named \"\(name)\"", in: "Sequential", hint: "rename one")
      }
    }
  }

  private init(_ layers: [(name: String, module: Module)]) { self.layers = layers }

  /// Number of modules.
  public var count: Int { layers.count }

  /// Adds a module at the end, named after its place.
  public func append(_ module: Module) { layers.append(("\(count)", module)) }

  /// Goes through the modules in order.
  public func makeIterator() -> some IteratorProtocol<Module> {
    layers.lazy.map(\.module).makeIterator()
  }

  /// Some of the modules, with their names, in a sequence that shares them.
  public subscript(range: Range<Int>) -> Sequential {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      misuse("there are no modules \(range)", in: "Sequential", hint: "it has \(count) modules")
    }
    return Sequential(Array(layers[range]))
  }

  /// The module at a place; negative places count from the end.
  public subscript(index: Int) -> Module {
    let place = index < 0 ? index + count : index
    guard layers.indices.contains(place) else {
      misuse("there is no module \(index)", in: "Sequential", hint: "it has \(count) modules")
    }
    return layers[place].module
  }

  /// The module of a name.
  public subscript(name: String) -> Module {
    guard let layer = layers.first(where: { $0.name == name }) else {
      let names = layers.map(\.name).joined(separator: ", ")
      misuse("there is no module \"\(name)\"", in: "Sequential", hint: "there are \(names)")
    }
    return layer.module
  }

  /// The modules with their names.
  public override func namedChildren() -> [(name: String, module: Module)] { layers }

  /// Runs the modules in turn.
  public override func forward(_ x: Tensor) -> Tensor {
    layers.reduce(x) { $1.module($0) }
  }
}
