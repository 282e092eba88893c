extension WorkerEvent {
  /// The packet that says so.
  public var packet: Packet {
    switch self {
    case .shown(let shown): shown.packet
    case .ready: Packet(kind: 16)
    case .finished: Packet(kind: 17)
    case .trapped(let trap): Packet(kind: 18, payload: trap.fields.payload)
    case .threw(let type, let message, let frames):
      Packet(
        kind: 19, payload: Fields([Array(type.utf8), Array(message.utf8)] + frames.items).payload)
    case .exited(let code, let frames):
      Packet(kind: 20, payload: Fields([Array("\(code)".utf8)] + frames.items).payload)
    case .interrupted(let frames): Packet(kind: 21, payload: Fields(frames.items).payload)
    case .failedToLoad(let reason): Packet(kind: 22, payload: Fields(reason).payload)
    case .inputWanted: Packet(kind: 24)
    case .loaded: Packet(kind: 25)
    case .strayTrap(let trap): Packet(kind: 23, payload: trap.fields.payload)
    }
  }

  /// The event in a packet, or `nil` when it holds none.
  public init?(_ packet: Packet) {
    guard let fields = Fields(payload: packet.payload) else { return nil }
    switch packet.kind {
    case 16: self = .ready
    case 17: self = .finished
    case 18:
      guard let trap = Trap(fields) else { return nil }
      self = .trapped(trap)
    case 19:
      guard let frames = [Frame](items: fields.items.dropFirst(2)) else { return nil }
      self = .threw(type: fields.text(0), message: fields.text(1), frames: frames)
    case 20:
      guard let code = Int32(fields.text(0)), let frames = [Frame](items: fields.items.dropFirst())
      else { return nil }
      self = .exited(code: code, frames: frames)
    case 21:
      guard let frames = [Frame](items: fields.items) else { return nil }
      self = .interrupted(frames: frames)
    case 22: self = .failedToLoad(reason: fields.text(0))
    case 23:
      guard let trap = Trap(fields) else { return nil }
      self = .strayTrap(trap)
    case 24: self = .inputWanted
    case 25: self = .loaded
    default:
      guard let shown = Shown(kind: packet.kind, fields: fields) else { return nil }
      self = .shown(shown)
    }
  }
}

extension Trap {
  fileprivate var fields: Fields {
    let head = [
      "\(signal)", reason, isOnCellThread ? "1" : "0", isStackOverflow ? "1" : "0",
      "\(faultAddress)",
    ]
    return Fields(head.map { Array($0.utf8) } + frames.items)
  }

  fileprivate init?(_ fields: Fields) {
    guard let signal = Int32(fields.text(0)), let fault = UInt(fields.text(4)),
      let frames = [Frame](items: fields.items.dropFirst(5))
    else { return nil }
    self.init(
      signal: signal, reason: fields.text(1), isOnCellThread: fields.text(2) == "1",
      isStackOverflow: fields.text(3) == "1", faultAddress: fault, frames: frames)
  }
}

extension [Frame] {
  fileprivate var items: [[UInt8]] {
    flatMap { [Array<UInt8>($0.library.utf8), Array<UInt8>("\($0.offset)".utf8)] }
  }

  fileprivate init?(items: some Collection<[UInt8]>) {
    let texts = items.map { String(decoding: $0, as: UTF8.self) }
    guard texts.count.isMultiple(of: 2) else { return nil }
    self = []
    for index in stride(from: 0, to: texts.count, by: 2) {
      guard let offset = UInt(texts[index + 1]) else { return nil }
      append(Frame(library: texts[index], offset: offset))
    }
  }
}
