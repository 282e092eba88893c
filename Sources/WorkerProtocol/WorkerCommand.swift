/// What the kernel process asks of the worker.
public enum WorkerCommand: Equatable, Sendable {
  /// Load a library that cells use.
  case preload(path: String)
  /// Load a cell of an earlier worker, without running it: its types and functions are there again.
  case restore(path: String, replacing: [Int])
  /// Load a cell and run it from `entry`; it holds what replaces some functions of older cells.
  case run(path: String, entry: String, replacing: [Int])
  /// Stop the running cell.
  case interrupt
  /// What the user typed, for a cell that reads its standard input; `nil` where nobody can type.
  case input(String?)
  /// What the cell showed was taken, with all that it had printed before.
  case acknowledge

  /// The packet that says so.
  public var packet: Packet {
    switch self {
    case .preload(let path): Packet(kind: 1, payload: Fields(path).payload)
    case .restore(let path, let slots):
      Packet(kind: 2, payload: Fields(path, Self.text(slots)).payload)
    case .run(let path, let entry, let slots):
      Packet(kind: 3, payload: Fields(path, entry, Self.text(slots)).payload)
    case .interrupt: Packet(kind: 4)
    case .input(let text?): Packet(kind: 5, payload: Fields(text).payload)
    case .input(nil): Packet(kind: 5)
    case .acknowledge: Packet(kind: 6)
    }
  }

  /// The command in a packet, or `nil` when it holds none.
  public init?(_ packet: Packet) {
    guard let fields = Fields(payload: packet.payload) else { return nil }
    switch (packet.kind, fields.items.count) {
    case (1, 1): self = .preload(path: fields.text(0))
    case (2, 2): self = .restore(path: fields.text(0), replacing: Self.slots(fields.text(1)))
    case (3, 3):
      self = .run(
        path: fields.text(0), entry: fields.text(1), replacing: Self.slots(fields.text(2)))
    case (4, 0): self = .interrupt
    case (5, 0): self = .input(nil)
    case (6, 0): self = .acknowledge
    case (5, 1): self = .input(fields.text(0))
    default: return nil
    }
  }

  private static func text(_ slots: [Int]) -> String {
    slots.map(String.init).joined(separator: " ")
  }

  private static func slots(_ text: String) -> [Int] {
    text.split(separator: " ").compactMap { Int($0) }
  }
}
