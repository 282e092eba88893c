internal import Display

@_implementationOnly import Synchronization

/// The figures that `plt` has made and not yet shown.
enum OpenFigures {
  private struct State {
    var figures: [Figure] = []
    var current: Figure?
    /// The cell whose end shows them.
    var cell: Int?
  }

  private static let state = Mutex(State())

  /// Makes a figure the one that is drawn on, to be shown at the end of the cell.
  static func open(_ figure: Figure) {
    let cell = Cell.serial
    let isFirst = state.withLock { state in
      let isFirst = state.cell != cell
      // What a failed cell left open belongs to no cell any more.
      if isFirst { state.figures = [] }
      state.cell = cell
      state.figures.append(figure)
      state.current = figure
      return isFirst
    }
    if isFirst { Cell.atEnd { showAll() } }
  }

  /// The figure that is drawn on; a new one where there is none.
  static var current: Figure {
    let cell = Cell.serial
    if let figure = state.withLock({ $0.cell == cell ? $0.current : nil }) { return figure }
    let figure = Figure()
    open(figure)
    return figure
  }

  /// Shows all open figures in the order they were made, and closes them.
  static func showAll() {
    for figure in closeAll() { display(figure) }
  }

  /// Closes all figures without showing them.
  @discardableResult
  static func closeAll() -> [Figure] {
    state.withLock { state in
      defer { (state.figures, state.current) = ([], nil) }
      return state.figures
    }
  }

  /// Leaves a figure out of what is shown at the end.
  static func remove(_ figure: Figure) {
    state.withLock { $0.figures.removeAll { $0 === figure } }
  }
}
