internal import Glibc
internal import Tensors

/// The learning rate up to a peak and down far below where it began, over all steps of a training,
/// while the momentum goes the other way (Smith and Topin, 2018).
///
///     let scheduler = OneCycleLR(optimizer, maxLR: 0.1, epochs: 10, stepsPerEpoch: loader.count)
///     // call scheduler.step() after every optimizer.step()
public final class OneCycleLR: LRScheduler {
  private let plan: Plan

  private struct Plan {
    var maxLR: Double
    var totalSteps: Int
    var phases: [Phase]
    var anneals: Annealing
    var momenta: (base: Double, max: Double)?
    var divFactor: Double
    var finalDivFactor: Double
  }

  /// A part of the cycle: where it ends, and from what to what the rate and the momentum go.
  private struct Phase {
    var end: Double
    var rates: (from: Rate, to: Rate)
    var momentumRises: Bool?
  }

  private enum Rate { case initial, max, min }

  /// How a number goes from one value to another.
  public enum Annealing: Sendable {
    /// Along half a wave of the cosine.
    case cos
    /// Along a line.
    case linear
  }

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - maxLR: The peak.
  ///   - totalSteps: Number of steps of the cycle; or give both of the next.
  ///   - epochs: Number of epochs.
  ///   - stepsPerEpoch: Number of steps of each.
  ///   - pctStart: The share of the steps on the way up.
  ///   - annealStrategy: How the numbers go.
  ///   - cycleMomentum: Whether the momentum (or the first beta) goes the other way.
  ///   - baseMomentum: The momentum at the peak.
  ///   - maxMomentum: The momentum at both ends.
  ///   - divFactor: The rate begins at `maxLR / divFactor`.
  ///   - finalDivFactor: It ends at that divided by this.
  ///   - threePhase: Whether it first goes down to where it began, and then below.
  public init(
    _ optimizer: Optimizer, maxLR: Double, totalSteps: Int? = nil, epochs: Int? = nil,
    stepsPerEpoch: Int? = nil, pctStart: Double = 0.3, annealStrategy: Annealing = .cos,
    cycleMomentum: Bool = true, baseMomentum: Double = 0.85, maxMomentum: Double = 0.95,
    divFactor: Double = 25, finalDivFactor: Double = 1e4, threePhase: Bool = false
  ) {
    guard
      let steps = totalSteps ?? epochs.flatMap({ count in stepsPerEpoch.map { count * $0 } }),
      steps > 0, (0...1).contains(pctStart)
    else {
      misuse(
        "there must be a positive number of steps, and pctStart from 0 to 1", in: "OneCycleLR",
        hint: "give totalSteps, or epochs and stepsPerEpoch")
    }
    let up = pctStart * Double(steps) - 1
    var phases = [Phase(end: up, rates: (.initial, .max), momentumRises: false)]
    if threePhase {
      let down = 2 * pctStart * Double(steps) - 2
      phases.append(Phase(end: down, rates: (.max, .initial), momentumRises: true))
      phases.append(Phase(end: Double(steps - 1), rates: (.initial, .min), momentumRises: nil))
    } else {
      phases.append(Phase(end: Double(steps - 1), rates: (.max, .min), momentumRises: true))
    }
    plan = Plan(
      maxLR: maxLR, totalSteps: steps, phases: phases, anneals: annealStrategy,
      momenta: cycleMomentum ? (baseMomentum, maxMomentum) : nil, divFactor: divFactor,
      finalDivFactor: finalDivFactor)
    for group in optimizer.parameterGroups { group.initialLR = maxLR / divFactor }
    super.init(optimizer)
  }

  /// The new rate of a group, which also gets its momentum.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    if epoch > plan.totalSteps {
      misuse(
        "this is step \(epoch), and the cycle has \(plan.totalSteps)", in: "OneCycleLR",
        hint: "make it with as many steps as the training has")
    }
    var start = 0.0
    for (index, phase) in plan.phases.enumerated() {
      if Double(epoch) <= phase.end || index == plan.phases.count - 1 {
        let share = (Double(epoch) - start) / (phase.end - start)
        setMomentum(of: group, phase, share)
        return annealed(value(phase.rates.from), value(phase.rates.to), share)
      }
      start = phase.end
    }
    return group.lr
  }

  private func setMomentum(of group: ParameterGroup, _ phase: Phase, _ share: Double) {
    guard let (base, max) = plan.momenta else { return }
    let option: OptimizerOption = group.options[.beta1] == nil ? .momentum : .beta1
    if group.options[option] == nil {
      misuse(
        "the optimizer has no momentum", in: "OneCycleLR", hint: "give cycleMomentum: false")
    }
    group.options[option] =
      switch phase.momentumRises {
      case true?: annealed(base, max, share)
      case false?: annealed(max, base, share)
      case nil: max
      }
  }

  private func value(_ rate: Rate) -> Double {
    let initial = plan.maxLR / plan.divFactor
    return switch rate {
    case .initial: initial
    case .max: plan.maxLR
    case .min: initial / plan.finalDivFactor
    }
  }

  private func annealed(_ start: Double, _ end: Double, _ share: Double) -> Double {
    switch plan.anneals {
    case .cos: end + (start - end) / 2 * (Glibc.cos(.pi * share) + 1)
    case .linear: (end - start) * share + start
    }
  }
}
