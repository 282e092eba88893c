public import Tensors

/// A part of a network: parameters, smaller modules, and a function from tensor to tensor.
///
/// A subclass holds its parameters and modules in properties and overrides ``forward(_:)``. They
/// are found by themselves, in the order of declaration, and named after the properties:
///
///     class Net: Module {
///       let fc1 = Linear(784, 256)
///       let fc2 = Linear(256, 10)
///       override func forward(_ x: Tensor) -> Tensor { fc2(F.relu(fc1(x))) }
///     }
///     let model = Net()
///     print(model)
///     // Net(
///     //   (fc1): Linear(in_features=784, out_features=256, bias=True)
///     //   (fc2): Linear(in_features=256, out_features=10, bias=True)
///     // )
///
/// Unlike PyTorch, nothing is registered when a property is set: whatever the properties hold when
/// ``parameters()`` is called is found, also in optionals and arrays of modules.
open class Module: CustomStringConvertible {
  /// Whether the module is being trained, when dropout and batch normalisation act otherwise than in
  /// use.
  ///
  /// ``train(_:)`` and ``eval()`` change it.
  public final internal(set) var training = true

  /// Who is told of each call of the module, while a summary is made.
  final var observer: ModuleObserver?

  /// What is called after each call of the module, first to last.
  final let forwardHooks = ForwardHooks()

  /// Makes a module without parameters; a subclass with default values for all its properties needs
  /// no initialiser of its own.
  public init() {}

  /// Computes the module's output; programs call the module itself, `model(x)`.
  open func forward(_ x: Tensor) -> Tensor {
    misuse(
      "the module has no forward", in: typeName, [Argument("x", x)],
      hint: "override func forward(_ x: Tensor) -> Tensor in the class \(typeName)")
  }

  /// Computes the module's output: `model(x)`.
  public final func callAsFunction(_ x: Tensor) -> Tensor {
    observer?.before(x)
    let output = forward(x)
    observer?.after(output)
    forwardHooks.call(self, x, output)
    return output
  }

  /// What stands between the parentheses of the module's line in a printed network.
  ///
  /// For a user's own layer it is empty, as in PyTorch; override it to show options.
  open var extraRepr: String { "" }

  /// The modules directly within this one, with the names they have there.
  ///
  /// Containers that keep their modules elsewhere than in properties override it.
  open func namedChildren() -> [(name: String, module: Module)] { ownState().children }

  /// The parameters, buffers and modules of this module alone, under PyTorch's names.
  package func ownState() -> ModuleState { reflectedProperties() }

  /// The tree of modules as PyTorch prints it.
  public var description: String { tree }

  /// The class as printed networks name it: without the module it was declared in.
  package final var typeName: String { "\(type(of: self))" }
}
