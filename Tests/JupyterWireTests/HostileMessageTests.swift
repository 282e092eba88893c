import Testing

@testable import JupyterWire

/// What must not harm a kernel.
struct HostileMessageTests {
  /// The kernel answers as if nothing had happened.
  private func expectAnswer(_ client: TestClient) async throws {
    let id = try client.send("kernel_info_request")
    let reply = try await client.receive()
    #expect(reply.parentID == id)
  }

  /// Unsigned, badly signed and repeated messages are logged and dropped; the next good one is
  /// answered.
  @Test func signatures() async throws {
    try await TestKernel.withClient { kernel, client in
      var frames = client.frames("kernel_info_request")
      try client.send(raw: frames)
      _ = try await client.receive()
      try client.send(raw: frames)
      frames[1][0] ^= 1
      try client.send(raw: frames)
      frames[1] = []
      try client.send(raw: frames)
      try await expectAnswer(client)
      #expect(
        kernel.log.lines == [
          "warning: dropped a message on shell: repeated: its signature was seen before",
          "warning: dropped a message on shell: wrong signature",
          "warning: dropped a message on shell: not signed",
        ])
    }
  }

  /// Signed requests with contents of the wrong types are dropped.
  @Test func contents() async throws {
    try await TestKernel.withClient { kernel, client in
      try client.send("execute_request", [:])
      try client.send("execute_request", ["code": 7])
      try client.send("execute_request", ["code": "x", "silent": "no"])
      try client.send("complete_request", ["code": "x", "cursor_pos": "y"])
      try client.send("complete_request", ["code": "x", "cursor_pos": -9])
      #expect(try await client.receive().content["cursor_start"] == 0)
      try client.send("inspect_request", ["code": "x", "cursor_pos": 1e300])
      try client.send("history_request", ["hist_access_type": "steal", "n": -5])
      try client.send("comm_open", ["comm_id": []])
      try client.send("input_reply", ["value": "x"], on: .stdin)
      try await expectAnswer(client)
      #expect(kernel.interpreter.requests.isEmpty)
      #expect(kernel.log.lines.count >= 7)
    }
  }

  /// Thousands of random sets of frames, signed and not, on every channel.
  @Test func randomFrames() async throws {
    try await TestKernel.withClient { _, client in
      var random = SystemRandomNumberGenerator()
      func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
      for round in 0..<3000 {
        let channel: ConnectionInfo.Channel = [.shell, .control, .stdin].randomElement()!
        var frames = client.frames("kernel_info_request", ["code": "x"])
        switch round % 4 {
        case 0:
          frames = (0...Int.random(in: 0...9)).map { _ in bytes(Int.random(in: 0...40)) }
        case 1: frames.remove(at: .random(in: 0..<frames.count))
        case 2: frames.insert(bytes(8), at: .random(in: 0...frames.count))
        default:
          // Good signatures over broken parts.
          var parts = Array(frames[2...])
          let part = Int.random(in: 0..<4, using: &random)
          parts[part] = Array(parts[part].prefix(.random(in: 0...parts[part].count))) + bytes(3)
          let signer = MessageSigner(key: Array("a key".utf8))
          frames = [MessageCodec.delimiter, signer.sign(parts[...])] + parts
        }
        try client.send(raw: frames, on: channel)
        if round % 500 == 499 { try await Task.sleep(for: .milliseconds(20)) }
      }
      // Frames added behind the content are buffers, so some of the messages were good.
      let id = try client.send("kernel_info_request", on: .control)
      while try await client.receive(.control).parentID != id {}
    }
  }

  /// A message with far too many frames, and one that is far too deep, are dropped.
  @Test func excess() async throws {
    try await TestKernel.withClient { kernel, client in
      try client.send(raw: [[UInt8]](repeating: [1], count: 20_000))
      let deep = String(repeating: "[", count: 100_000)
      let header = client.frames("kernel_info_request")[2]
      let parts = [header, Array("{}".utf8), Array("{}".utf8), Array(deep.utf8)]
      let signer = MessageSigner(key: Array("a key".utf8))
      try client.send(raw: [MessageCodec.delimiter, signer.sign(parts[...])] + parts)
      try await expectAnswer(client)
      #expect(
        kernel.log.lines == [
          "warning: dropped a message on shell: larger than the limits",
          "warning: dropped a message on shell: its content is not valid JSON",
        ])
    }
  }
}
