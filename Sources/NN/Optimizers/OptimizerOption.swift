/// An option of an optimizer that may differ from group to group; the raw values are PyTorch's names.
public enum OptimizerOption: String, Sendable, CaseIterable {
  /// How far a step goes.
  case lr
  /// The share of the velocity that a step keeps.
  case momentum
  /// The share of the gradient that does not reach the velocity.
  case dampening
  /// The pull of each parameter towards zero.
  case weightDecay = "weight_decay"
  /// Whether a step looks ahead along the velocity: 1 or 0.
  case nesterov
  /// The share of the gradient's running mean that a step keeps.
  case beta1
  /// The share of the running mean of the gradient's square that a step keeps.
  case beta2
  /// What keeps a divisor away from zero.
  case eps
  /// The share of the running mean of the gradient's square that a step of ``RMSprop`` keeps.
  case alpha
  /// Whether the variance takes the place of the mean square: 1 or 0.
  case centered
  /// How much the learning rate falls with each step of ``Adagrad``.
  case lrDecay = "lr_decay"
  /// What the sum of squares of ``Adagrad`` begins with.
  case initialAccumulatorValue = "initial_accumulator_value"
  /// Whether the greatest running mean of squares so far is taken: 1 or 0.
  case amsgrad
  /// Whether steps go up the gradient: 1 or 0.
  case maximize
}

extension OptimizerOption {
  /// Whether the option is a truth value.
  var isFlag: Bool {
    switch self {
    case .nesterov, .centered, .amsgrad, .maximize: true
    default: false
    }
  }

  /// What is wrong with a value, or nil.
  func problem(with value: Double) -> String? {
    switch self {
    case .beta1, .beta2:
      (0..<1).contains(value) ? nil : "betas must be from 0 to below 1, and one is \(value)"
    default: value >= 0 ? nil : "\(self) must not be negative, and is \(value)"
    }
  }

  /// A value as Python prints it: PyTorch's defaults of zero are whole numbers, but for `lr`.
  func text(_ value: Double) -> String {
    if isFlag { return python(value != 0) }
    return value == 0 && self != .lr ? "0" : "\(value)"
  }
}
