/// Numbers that an axis can show, in order: arrays and ranges of any number type, tensors.
public protocol PlotSeries {
  /// The numbers.
  var plotValues: [Double] { get }
}

/// A number type whose arrays can be plotted.
public protocol PlotNumber {
  /// The number as `Double`.
  var plotValue: Double { get }
}

extension PlotNumber where Self: BinaryInteger {
  /// The number as `Double`.
  public var plotValue: Double { Double(self) }
}

extension Double: PlotNumber {
  /// The number itself.
  public var plotValue: Double { self }
}

extension Float: PlotNumber {
  /// The number as `Double`.
  public var plotValue: Double { Double(self) }
}

extension Int: PlotNumber {}
extension Int32: PlotNumber {}
extension Int64: PlotNumber {}
extension UInt8: PlotNumber {}

extension Array: PlotSeries where Element: PlotNumber {
  /// The numbers.
  public var plotValues: [Double] { map(\.plotValue) }
}

extension ArraySlice: PlotSeries where Element: PlotNumber {
  /// The numbers.
  public var plotValues: [Double] { map(\.plotValue) }
}

extension Range: PlotSeries where Bound == Int {
  /// The numbers.
  public var plotValues: [Double] { map(Double.init) }
}

extension ClosedRange: PlotSeries where Bound == Int {
  /// The numbers.
  public var plotValues: [Double] { map(Double.init) }
}
