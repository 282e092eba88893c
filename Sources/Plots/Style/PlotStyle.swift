@_implementationOnly import Synchronization

/// The colours of a figure: paper, ink, grid and the cycle that curves and bars take.
///
///     plt.style = .dark                    // figures made from now on
///     plt.figure().description             // white ink on black paper
///
/// A style of one's own begins as a copy:
///
///     var warm = PlotStyle.light
///     warm.background = "#fff8ee"
///     warm.cycle = ["firebrick", "darkorange", "gold"]
///     plt.style = warm
public struct PlotStyle: Sendable, Equatable {
  /// The sheet around the axes.
  public var background: Color
  /// The paper of the axes and of the legend.
  public var axesBackground: Color
  /// Text, frames and ticks.
  public var foreground: Color
  /// The lines of a grid.
  public var grid: Color
  /// The frame of the legend.
  public var legendFrame: Color
  /// The colours that curves take one after another, and bars by their own count.
  public var cycle: [Color]

  /// Black on white, matplotlib's default.
  public static let light = PlotStyle(
    background: .white, axesBackground: .white, foreground: .black, grid: "#b0b0b0",
    legendFrame: "#cccccc",
    cycle: [
      "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f",
      "#bcbd22", "#17becf",
    ])

  /// White on black with pale curves, matplotlib's `dark_background`.
  public static let dark = PlotStyle(
    background: .black, axesBackground: .black, foreground: .white, grid: .white,
    legendFrame: "#cccccc",
    cycle: [
      "#8dd3c7", "#feffb3", "#bfbbd9", "#fa8174", "#81b1d2", "#fdb462", "#b3de69", "#bc82bd",
      "#ccebc4", "#ffed6f",
    ])

  /// The colour of a place in the cycle, which begins again at its end.
  func cycled(_ place: Int) -> Color { cycle.isEmpty ? foreground : cycle[place % cycle.count] }

  /// What new figures take.
  static var current: PlotStyle {
    get { chosen.withLock { $0 } }
    set { chosen.withLock { $0 = newValue } }
  }

  private static let chosen = Mutex(PlotStyle.light)
}
