public import Tensors

/// What changes parameters so that the loss falls: the base of ``SGD``, ``Adam`` and ``AdamW``.
///
///     let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
///     for (data, target) in loader {
///       optimizer.zeroGrad()
///       F.nllLoss(model(data), target).backward()
///       optimizer.step()
///     }
open class Optimizer {
  /// The parameters that are changed.
  public let parameters: [Parameter]
  /// The learning rate, how far a step goes; it may be changed at any time.
  public final var lr: Double

  /// Makes an optimizer of the given parameters.
  public init(_ parameters: [Parameter], lr: Double) {
    if parameters.isEmpty {
      misuse(
        "there are no parameters", in: "\(Self.self)",
        hint: "give model.parameters() of a model that holds its layers in properties")
    }
    if !(lr >= 0) {
      misuse("lr must not be negative, and is \(lr)", in: "\(Self.self)")
    }
    self.parameters = parameters
    self.lr = lr
  }

  /// Forgets the gradients of all parameters, so that the next `backward()` starts from nothing.
  public final func zeroGrad() {
    for parameter in parameters { parameter.grad = nil }
  }

  /// Changes every parameter that has a gradient.
  public final func step() {
    noGrad {
      beginStep()
      for (index, parameter) in parameters.enumerated() {
        if let gradient = parameter.grad { update(parameter, gradient, index: index) }
      }
    }
  }

  /// Prepares a step; called once before the parameters are changed.
  open func beginStep() {}

  /// Changes one parameter.
  ///
  /// What a kind of optimizer overrides; programs call ``step()``.
  ///
  /// - Parameters:
  ///   - parameter: What to change in place; nothing is recorded meanwhile.
  ///   - gradient: Its gradient, not to be changed.
  ///   - index: Its place in ``parameters``, under which to keep a state.
  open func update(_ parameter: Parameter, _ gradient: Tensor, index: Int) {
    misuse("the optimizer has no update", in: "\(type(of: self))", hint: "override update")
  }

  /// The elements of a parameter, announced as about to change.
  final func changing(_ parameter: Parameter) -> StridedView {
    _ = parameter.beginChange("\(type(of: self)).step")
    return parameter.elements
  }
}

/// Stops when an option of an optimizer lies outside its range.
func requireOption(_ holds: Bool, _ text: String, in optimizer: String) {
  if !holds { misuse(text, in: optimizer) }
}
