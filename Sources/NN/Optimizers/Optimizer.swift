public import Tensors

/// What changes parameters so that the loss falls: the base of ``SGD``, ``Adam``, ``AdamW``,
/// ``RMSprop`` and ``Adagrad``.
///
///     let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
///     for (data, target) in loader {
///       optimizer.zeroGrad()
///       F.nllLoss(model(data), target).backward()
///       optimizer.step()
///     }
open class Optimizer {
  /// The groups of parameters with their options.
  public final private(set) var parameterGroups: [ParameterGroup] = []
  /// How often ``step()`` was called.
  public final private(set) var stepCount = 0
  private let defaults: [OptimizerOption: Double]

  /// Makes an optimizer.
  ///
  /// - Parameters:
  ///   - groups: At least one parameter, and none twice.
  ///   - defaults: The options of this kind of optimizer, with the values of groups that leave them
  ///     out.
  public init(_ groups: [ParameterGroup], defaults: [OptimizerOption: Double]) {
    self.defaults = defaults
    if groups.allSatisfy(\.parameters.isEmpty) {
      misuse(
        "there are no parameters", in: "\(Self.self)",
        hint: "give model.parameters() of a model that holds its layers in properties")
    }
    for group in groups { add(group) }
  }

  /// Adds parameters with options of their own, such as layers that were frozen until now.
  ///
  /// One that is in another group already stops the cell.
  public final func add(_ group: ParameterGroup) {
    if let unknown = group.options.keys.first(where: { defaults[$0] == nil }) {
      misuse("\(Self.self) has no option .\(unknown)", in: "\(Self.self)")
    }
    group.options.merge(defaults) { own, _ in own }
    for (option, value) in group.options {
      if let problem = option.problem(with: value) { misuse(problem, in: "\(Self.self)") }
    }
    check(group)
    let known = Set(
      (parameterGroups + [group]).flatMap { $0.parameters.map(ObjectIdentifier.init) })
    if known.count != parameters.count + group.parameters.count {
      misuse(
        "a parameter is there twice", in: "\(Self.self)",
        hint: "each parameter belongs to one group, and once")
    }
    parameterGroups.append(group)
  }

  /// All parameters, group after group.
  public final var parameters: [Parameter] { parameterGroups.flatMap(\.parameters) }

  /// The learning rate of the first group; setting it sets that of all.
  public final var lr: Double {
    get { parameterGroups[0].lr }
    set { for group in parameterGroups { group.lr = newValue } }
  }

  /// Forgets the gradients of all parameters, so that the next `backward()` starts from nothing.
  public final func zeroGrad() {
    for group in parameterGroups {
      for parameter in group.parameters { parameter.grad = nil }
    }
  }

  /// Changes every parameter that has a gradient.
  public final func step() {
    stepCount += 1
    noGrad {
      var due: [DueParameter] = []
      var index = 0
      for group in parameterGroups {
        let climbs = group.options[.maximize] == 1
        for parameter in group.parameters {
          if let gradient = parameter.grad {
            due.append(
              DueParameter(
                parameter: parameter, gradient: climbs ? -gradient : gradient, group: group,
                index: index))
          }
          index += 1
        }
      }
      update(due)
    }
  }

  /// Changes all parameters that have a gradient: one after the other, unless an optimizer has a
  /// way to change them at once.
  func update(_ due: [DueParameter]) {
    for due in due { update(due.parameter, due.gradient, in: due.group, index: due.index) }
  }

  /// Changes one parameter.
  ///
  /// What a kind of optimizer overrides; programs call ``step()``.
  ///
  /// - Parameters:
  ///   - parameter: What to change in place; nothing is recorded meanwhile.
  ///   - gradient: Its gradient, not to be changed.
  ///   - group: The options it is changed with.
  ///   - index: Its place among all ``parameters``, under which to keep a state.
  open func update(
    _ parameter: Parameter, _ gradient: Tensor, in group: ParameterGroup, index: Int
  ) {
    misuse("the optimizer has no update", in: "\(Self.self)", hint: "override update")
  }

  /// Stops when options do not go together.
  func check(_ group: ParameterGroup) {}

  /// What PyTorch prints besides the options, because it has other ways to take a step.
  class var printedConstants: [(name: String, value: String)] {
    [("differentiable", "False"), ("foreach", "None"), ("fused", "None")]
  }

  /// The elements of a parameter, announced as about to change.
  final func changing(_ parameter: Parameter) -> StridedView {
    _ = parameter.beginChange("\(Self.self).step")
    return parameter.elements
  }
}
