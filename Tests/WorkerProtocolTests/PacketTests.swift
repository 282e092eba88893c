import Testing
import WorkerProtocol

@Suite struct PacketTests {
  static let commands: [WorkerCommand] = [
    .preload(path: "/a b/한.so"), .restore(path: "", replacing: []),
    .run(path: "/x", entry: "Cell1_main", replacing: [3, 65_535]),
    .interrupt, .input("한"), .input(""), .input(nil), .acknowledge,
  ]
  static let events: [WorkerEvent] = [
    .ready, .loaded, .finished, .inputWanted, .exited(code: -3, frames: []),
    .threw(type: "E", message: "a\nb", frames: [Frame(library: "/l.so", offset: 77)]),
    .trapped(
      Trap(
        signal: 11, reason: "", isOnCellThread: false, isStackOverflow: true, faultAddress: 8,
        frames: [Frame(library: "/l.so", offset: .max)])),
    .interrupted(frames: []), .failedToLoad(reason: "no"),
    .shown(.clear(wait: true)),
    .shown(
      .display(
        .init(
          displayID: "1", metadata: "{}",
          entries: [.init(type: "image/png", isText: false, data: [0, 255])]))),
  ]

  /// A command is read back as it was sent.
  @Test(arguments: commands) func command(_ command: WorkerCommand) {
    #expect(WorkerCommand(command.packet) == command)
  }

  /// An event is read back as it was sent.
  @Test(arguments: events) func event(_ event: WorkerEvent) {
    #expect(WorkerEvent(event.packet) == event)
  }

  /// However the bytes are cut, the same packets come out.
  @Test(arguments: [1, 2, 3, 5, 64]) func pieces(size: Int) throws {
    var rest = Self.events.flatMap { $0.packet.bytes }[...]
    var reader = PacketReader()
    var read: [WorkerEvent] = []
    while !rest.isEmpty {
      reader.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let packet = try reader.next() { read.append(try #require(WorkerEvent(packet))) }
    }
    #expect(read == Self.events)
  }

  /// A length that no packet can have is an error before anything is allocated for it.
  @Test(arguments: [[0, 0, 0, 0, 1], [255, 255, 255, 255, 1]] as [[UInt8]])
  func lyingLength(bytes: [UInt8]) {
    var reader = PacketReader()
    reader.append(bytes)
    #expect(throws: PacketError.self) { try reader.next() }
  }

  /// Random payloads are refused or read, and never trap.
  @Test func noise() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let payload = (0..<Int.random(in: 0..<40)).map { _ in
        Bool.random() ? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      let packet = Packet(kind: UInt8.random(in: 0...30), payload: payload)
      _ = WorkerEvent(packet)
      _ = WorkerCommand(packet)
    }
  }
}
