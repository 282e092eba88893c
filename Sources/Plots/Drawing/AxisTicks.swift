/// The ticks of an axis in the figure's pixels.
struct AxisTicks {
  private(set) var positions: [Double] = []
  private(set) var minorPositions: [Double] = []
  private(set) var labels: [(Double, Label)] = []
  /// What stands at the end of the axis, such as `1e6`; empty where nothing does.
  private(set) var common = ""

  /// - Parameter room: how many labels fit.
  init(_ axis: AxisScale, _ settings: AxisSettings, room: Int) {
    if let ticks = settings.ticks {
      choose(ticks, settings.labels, axis)
    } else {
      switch axis.kind {
      case .linear: placeLinear(axis, room)
      case .log: placeLog(axis, room)
      }
    }
  }

  private mutating func choose(_ ticks: [Double], _ texts: [String]?, _ axis: AxisScale) {
    let numbers = TickLabels(ticks, from: axis.lower, to: axis.upper)
    let isNumbers = texts == nil
    let texts = texts ?? numbers.texts
    let slack = 1e-10 * (axis.upper - axis.lower)
    for (tick, text) in zip(ticks, texts)
    where axis.lower - slack...axis.upper + slack ~= tick && axis.position(tick).isFinite {
      positions.append(axis.position(tick))
      labels.append((axis.position(tick), Label(text)))
    }
    if isNumbers { common = numbers.common }
  }

  private mutating func placeLinear(_ axis: AxisScale, _ room: Int) {
    let ticks = TickLocator(intervals: max(1, min(9, room))).ticks(
      from: axis.lower, to: axis.upper)
    let numbers = TickLabels(ticks, from: axis.lower, to: axis.upper)
    positions = ticks.map(axis.position)
    labels = Array(zip(positions, numbers.texts.map { Label($0) }))
    common = numbers.common
  }

  private mutating func placeLog(_ axis: AxisScale, _ room: Int) {
    let ticks = LogTicks(from: axis.lower, to: axis.upper, room: room)
    // An axis so short that it has no power of ten nor a multiple of one.
    if ticks.labels.count < 2 && ticks.minor.count < 2 { return placeLinear(axis, room) }
    positions = ticks.major.map(axis.position)
    minorPositions = ticks.minor.map(axis.position)
    labels = ticks.labels.map { (axis.position($0.value), $0.label) }
  }
}
