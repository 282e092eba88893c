public import Tensors

/// Parameters that an optimizer changes with the same options.
///
///     let optimizer = SGD(
///       [
///         ParameterGroup(model.features.parameters()),
///         ParameterGroup(model.classifier.parameters(), lr: 1e-3),
///       ], lr: 1e-2, momentum: 0.9)
///     optimizer.parameterGroups[1].lr  // 0.001
///
/// What a group leaves out it gets from the optimizer. Options may be changed at any time.
public final class ParameterGroup {
  /// The parameters.
  public let parameters: [Parameter]
  /// The learning rate before a scheduler changed it; nil without one.
  public internal(set) var initialLR: Double?
  var options: [OptimizerOption: Double] = [:]

  /// Makes a group.
  ///
  /// - Parameters:
  ///   - parameters: Parameters that belong to no other group of the optimizer.
  ///   - lr: How far a step goes.
  ///   - momentum: The share of the velocity that a step keeps.
  ///   - dampening: The share of the gradient that does not reach the velocity.
  ///   - weightDecay: The pull of each parameter towards zero.
  ///   - nesterov: Whether a step looks ahead along the velocity.
  ///   - betas: The shares of the running means that a step of ``Adam`` keeps.
  ///   - eps: What keeps a divisor away from zero.
  ///   - alpha: The share of the running mean that a step of ``RMSprop`` keeps.
  ///   - maximize: Whether steps go up the gradient.
  public init(
    _ parameters: [Parameter], lr: Double? = nil, momentum: Double? = nil,
    dampening: Double? = nil, weightDecay: Double? = nil, nesterov: Bool? = nil,
    betas: (Double, Double)? = nil, eps: Double? = nil, alpha: Double? = nil,
    maximize: Bool? = nil
  ) {
    self.parameters = parameters
    func flag(_ value: Bool?) -> Double? { value.map { $0 ? 1 : 0 } }
    let given: KeyValuePairs<OptimizerOption, Double?> = [
      .lr: lr, .momentum: momentum, .dampening: dampening, .weightDecay: weightDecay,
      .nesterov: flag(nesterov), .beta1: betas?.0, .beta2: betas?.1, .eps: eps, .alpha: alpha,
      .maximize: flag(maximize),
    ]
    for case (let option, let value?) in given { options[option] = value }
  }

  /// The learning rate of the group.
  public var lr: Double {
    get { self[.lr] }
    set { self[.lr] = newValue }
  }

  /// An option of the group: `group[.momentum]`; truth values are 1 and 0.
  ///
  /// One that its optimizer does not have stops the cell.
  public subscript(option: OptimizerOption) -> Double {
    get {
      guard let value = options[option] else { refuse(option) }
      return value
    }
    set {
      if options[option] == nil { refuse(option) }
      if let problem = option.problem(with: newValue) { misuse(problem, in: "ParameterGroup") }
      options[option] = newValue
    }
  }

  /// Whether a truth value holds.
  func holds(_ option: OptimizerOption) -> Bool { self[option] != 0 }

  private func refuse(_ option: OptimizerOption) -> Never {
    let names = OptimizerOption.allCases.filter { options[$0] != nil }.map { ".\($0)" }
    misuse(
      "there is no option .\(option)", in: "ParameterGroup",
      hint: names.isEmpty
        ? "give the group to an optimizer first" : "there are \(names.joined(separator: ", "))")
  }
}
