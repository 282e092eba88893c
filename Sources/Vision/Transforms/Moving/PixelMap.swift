/// Where the pixels of a picture come from: the row of the source for each row, the column for each
/// column; -1 where nothing of the source is shown.
struct PixelMap: Equatable {
  var rows: [Int]
  var columns: [Int]

  /// The picture as it is.
  init(height: Int, width: Int) {
    rows = Array(0..<height)
    columns = Array(0..<width)
  }

  init(rows: [Int], columns: [Int]) {
    self.rows = rows
    self.columns = columns
  }

  /// This map of a picture that `first` has made.
  func after(_ first: PixelMap) -> PixelMap {
    PixelMap(
      rows: rows.map { $0 < 0 ? -1 : first.rows[$0] },
      columns: columns.map { $0 < 0 ? -1 : first.columns[$0] })
  }
}
