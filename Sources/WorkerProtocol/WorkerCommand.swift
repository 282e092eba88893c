/// What the kernel process asks of the worker.
public enum WorkerCommand: Equatable, Sendable {
  /// Load a library that cells use.
  case preload(path: String)
  /// Load a cell of an earlier worker, without running it: its types and functions are there again.
  case restore(path: String)
  /// Load a cell and run it from `entry`.
  case run(path: String, entry: String)
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
    case .restore(let path): Packet(kind: 2, payload: Fields(path).payload)
    case .run(let path, let entry): Packet(kind: 3, payload: Fields(path, entry).payload)
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
    case (2, 1): self = .restore(path: fields.text(0))
    case (3, 2): self = .run(path: fields.text(0), entry: fields.text(1))
    case (4, 0): self = .interrupt
    case (5, 0): self = .input(nil)
    case (6, 0): self = .acknowledge
    case (5, 1): self = .input(fields.text(0))
    default: return nil
    }
  }
}
