/// Where the grid of axes lies on the sheet, in parts of its width and height.
///
/// The defaults are matplotlib's.
struct SubplotParameters: Equatable {
  var left = 0.125
  var right = 0.9
  var bottom = 0.11
  var top = 0.88
  /// Room between columns, in parts of the width of one.
  var wspace = 0.2
  /// Room between rows, in parts of the height of one.
  var hspace = 0.2
}

/// A cell of a grid of axes.
struct SubplotPlace: Equatable {
  var rows: Int
  var columns: Int
  var index: Int

  var row: Int { (index - 1) / columns }
  var column: Int { (index - 1) % columns }

  /// The rectangle of the axes.
  func cell(in sheet: Rectangle, _ parameters: SubplotParameters) -> Rectangle {
    let (wspace, hspace) = (parameters.wspace, parameters.hspace)
    let width =
      (parameters.right - parameters.left) / (Double(columns) + wspace * Double(columns - 1))
    let height = (parameters.top - parameters.bottom) / (Double(rows) + hspace * Double(rows - 1))
    let x = parameters.left + Double(column) * width * (1 + wspace)
    let y = 1 - parameters.top + Double(row) * height * (1 + hspace)
    return Rectangle(
      left: sheet.width * x, top: sheet.height * y, right: sheet.width * (x + width),
      bottom: sheet.height * (y + height))
  }
}
