extension ColorMap {
  /// Black to white.
  public static let gray = ColorMap("gray", through: [.black, .white])

  /// White to black.
  public static let binary = ColorMap("binary", through: [.white, .black])

  /// Violet over green to yellow, even to the eye and to the colour-blind; the default.
  ///
  /// By Nathaniel Smith, Stéfan van der Walt and Eric Firing; the table is in the public
  /// domain (CC0), as are those of magma, inferno and plasma.
  public static let viridis = ColorMap("viridis", hex: viridisTable)

  /// Black over violet to light yellow.
  public static let magma = ColorMap("magma", hex: magmaTable)

  /// Black over red to yellow.
  public static let inferno = ColorMap("inferno", hex: infernoTable)

  /// Blue over violet to yellow.
  public static let plasma = ColorMap("plasma", hex: plasmaTable)

  /// Black over red and yellow to white, as hot iron glows.
  public static let hot = ColorMap(
    "hot", red: [(0, 0.0416), (0.365079, 1), (1, 1)],
    green: [(0, 0), (0.365079, 0), (0.746032, 1), (1, 1)], blue: [(0, 0), (0.746032, 0), (1, 1)])

  /// Blue over cyan and yellow to red.
  ///
  /// Its bright bands show edges that the data do not have.
  public static let jet = ColorMap(
    "jet", red: [(0, 0), (0.35, 0), (0.66, 1), (0.89, 1), (1, 0.5)],
    green: [(0, 0), (0.125, 0), (0.375, 1), (0.64, 1), (0.91, 0), (1, 0)],
    blue: [(0, 0.5), (0.11, 1), (0.34, 1), (0.65, 0), (1, 0)])

  /// White to dark blue, Cynthia Brewer's nine steps: for tables of counts.
  public static let blues = ColorMap(
    "Blues",
    through: [
      "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c",
      "#08306b",
    ])
}
