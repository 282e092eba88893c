internal import Tensors

extension Axes {
  /// Chooses where the ticks of the x-axis stand, what they say, and how they are turned.
  ///
  ///     axes.xticks([0, 1, 2], labels: ["red", "green", "blue"], rotation: 45, ha: .right)
  ///
  /// - Parameters:
  ///   - positions: numbers on the axis; those beyond its ends are not shown.
  ///   - labels: as many texts, or `nil` for the numbers themselves.
  ///   - rotation: degrees by which the labels are turned to the left.
  ///   - ha: which part of a label is at its tick, the middle unless told otherwise.
  public func xticks(
    _ positions: some PlotSeries, labels: [String]? = nil, rotation: Double = 0,
    ha: HorizontalAlignment? = nil
  ) {
    xAxis.set(positions.plotValues, labels, rotation, ha, "plt.xticks")
  }

  /// Turns the labels of the x-axis by so many degrees to the left.
  public func xticks(rotation: Double, ha: HorizontalAlignment? = nil) {
    (xAxis.rotation, xAxis.alignment) = (rotation, ha)
  }

  /// Chooses where the ticks of the y-axis stand, what they say, and how they are turned.
  public func yticks(
    _ positions: some PlotSeries, labels: [String]? = nil, rotation: Double = 0,
    ha: HorizontalAlignment? = nil
  ) {
    yAxis.set(positions.plotValues, labels, rotation, ha, "plt.yticks")
  }

  /// Turns the labels of the y-axis by so many degrees to the left.
  public func yticks(rotation: Double, ha: HorizontalAlignment? = nil) {
    (yAxis.rotation, yAxis.alignment) = (rotation, ha)
  }

  /// Puts the larger numbers of the y-axis below.
  public func invertYAxis() { yAxis.isInverted.toggle() }

  /// Puts the larger numbers of the x-axis on the left.
  public func invertXAxis() { xAxis.isInverted.toggle() }
}

extension AxisSettings {
  fileprivate mutating func set(
    _ positions: [Double], _ labels: [String]?, _ rotation: Double, _ ha: HorizontalAlignment?,
    _ operation: String
  ) {
    if let labels, labels.count != positions.count {
      misuse(
        "there are \(positions.count) ticks and \(labels.count) labels", in: operation,
        hint: "give one label for each tick")
    }
    if !rotation.isFinite || positions.contains(where: { !$0.isFinite }) {
      misuse("not every tick and angle is a number", in: operation)
    }
    (ticks, self.labels, self.rotation, alignment) = (positions, labels, rotation, ha)
  }
}
