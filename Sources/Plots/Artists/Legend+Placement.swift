extension LegendLocation {
  /// Where a legend of this size stands in the room that the axes leave it.
  func box(_ width: Double, _ height: Double, in room: Rectangle) -> Rectangle {
    let (x, y): (Double, Double) =
      switch self {
      case .best, .upperRight: (1, 0)
      case .upperLeft: (0, 0)
      case .lowerLeft: (0, 1)
      case .lowerRight: (1, 1)
      case .right, .centerRight: (1, 0.5)
      case .centerLeft: (0, 0.5)
      case .lowerCenter: (0.5, 1)
      case .upperCenter: (0.5, 0)
      case .center: (0.5, 0.5)
      }
    let left = room.left + x * (room.width - width)
    let top = room.top + y * (room.height - height)
    return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
  }
}
