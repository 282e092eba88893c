import Foundation
import Testing

@testable import JupyterWire

/// A kernel and a client, over real sockets.
struct KernelTests {
  /// The kernel says who it is, on shell and on control, over TCP too.
  @Test(arguments: [ConnectionInfo.Transport.ipc, .tcp])
  func kernelInfo(transport: ConnectionInfo.Transport) async throws {
    try await TestKernel.withClient(transport: transport) { _, client in
      for channel in [ConnectionInfo.Channel.shell, .control] {
        let id = try client.send("kernel_info_request", on: channel)
        let reply = try await client.receive(channel)
        #expect(reply.type == "kernel_info_reply")
        #expect(reply.parentID == id)
        #expect(reply.content["status"] == "ok")
        #expect(reply.content["language_info"]?["file_extension"] == ".swift")
        #expect(try await client.published(about: id).map(\.label) == ["busy", "idle"])
      }
    }
  }

  /// Output comes between busy and idle, in its order, and the reply belongs to the request.
  @Test func order() async throws {
    try await TestKernel.withClient { kernel, client in
      let id = try client.execute("print hello")
      let reply = try await client.receive()
      #expect(reply.type == "execute_reply")
      #expect(reply.content["status"] == "ok")
      #expect(reply.content["execution_count"] == 1)
      let published = try await client.published(about: id)
      #expect(published.map(\.label) == ["busy", "execute_input", "stream", "idle"])
      #expect(published[1].content["code"] == "print hello")
      #expect(published[2].content == ["name": "stdout", "text": "hello"])
      #expect(published.allSatisfy { $0.parentHeader == reply.parentHeader })
      #expect(published[1].header["session"] != .string(client.session))
    }
  }

  /// Every kind of output becomes its message.
  @Test func outputs() async throws {
    try await TestKernel.withClient { _, client in
      let id = try client.execute("show x")
      let published = try await client.published(about: id)
      #expect(
        published.map(\.label) == [
          "busy", "execute_input", "display_data", "update_display_data", "clear_output",
          "execute_result", "idle",
        ])
      let data: JSON = ["data": ["text/plain": "x"], "metadata": [:]]
      #expect(published[2].content["data"] == data["data"])
      #expect(published[3].content["transient"] == ["display_id": "d"])
      #expect(published[4].content == ["wait": true])
      #expect(published[5].content["execution_count"] == 1)
    }
  }

  /// The counter counts what goes into the history, and a silent cell publishes nothing.
  @Test func countingAndSilence() async throws {
    try await TestKernel.withClient { kernel, client in
      var counts: [JSON?] = []
      for (silent, stored) in [(false, true), (false, false), (true, true), (false, true)] {
        let id = try client.execute("print x", silent: silent, storeHistory: stored)
        counts.append(try await client.receive().content["execution_count"])
        let labels = try await client.published(about: id).map(\.label)
        #expect(
          labels == (silent ? ["busy", "idle"] : ["busy", "execute_input", "stream", "idle"]))
      }
      #expect(counts == [1, 1, 1, 2])
      #expect(kernel.interpreter.requests.map(\.storeHistory) == [true, false, false, true])
    }
  }

  /// An error is published and replied, and the cells already sent are not run.
  @Test func stopOnError() async throws {
    try await TestKernel.withClient { kernel, client in
      let ids = try ["fail", "print a", "print b"].map { try client.execute($0) }
      let first = try await client.receive()
      #expect(first.content["status"] == "error")
      #expect(first.content["ename"] == "Oops")
      #expect(first.content["traceback"] == ["line 1", "line 2"])
      #expect(first.content["execution_count"] == 1)
      for id in ids.dropFirst() {
        let reply = try await client.receive()
        #expect(reply.parentID == id)
        #expect(reply.content["status"] == "aborted")
      }
      #expect(
        try await client.published(about: ids[0]).map(\.label) == [
          "busy", "execute_input", "error", "idle",
        ])
      #expect(try await client.published(about: ids[1]).map(\.label) == ["busy", "idle"])
      #expect(try await client.published(about: ids[2]).map(\.label) == ["busy", "idle"])
      // That was the last word, and it was idle: a client shows the state it saw last.
      let next = try client.execute("print c")
      #expect(try await client.receive(.iopub).parentID == next)
      #expect(try await client.receive().content["execution_count"] == 2)
      #expect(kernel.interpreter.requests.map(\.code) == ["fail", "print c"])
    }
  }

  /// A cell that must not stop the others does not.
  @Test func goOnAfterError() async throws {
    try await TestKernel.withClient { _, client in
      try client.execute("fail", stopOnError: false)
      try client.execute("print a")
      #expect(try await client.receive().content["status"] == "error")
      #expect(try await client.receive().content["status"] == "ok")
    }
  }

  /// While a cell runs, questions are answered and an interrupt gets through.
  @Test func interruptAndQuestions() async throws {
    try await TestKernel.withClient { kernel, client in
      let cell = try client.execute("sleep")
      for type in ["kernel_info", "comm_info", "complete", "inspect", "is_complete", "history"] {
        try client.send(
          "\(type)_request", ["code": "incomplete", "cursor_pos": 3, "hist_access_type": "tail"])
        let reply = try await client.receive()
        #expect(reply.type == "\(type)_reply")
        if type == "is_complete" {
          #expect(reply.content == ["status": "incomplete", "indent": "  "])
        }
      }
      try client.send("interrupt_request", on: .control)
      #expect(try await client.receive(.control).content == ["status": "ok"])
      let reply = try await client.receive()
      #expect(reply.parentID == cell)
      #expect(reply.content["ename"] == "Interrupted")
      // Not the questions, but the cell decides whether the kernel looks busy.
      let labels = try await client.published(about: cell).map(\.label)
      #expect(Set(labels.dropLast().filter { $0 != "busy" }) == ["execute_input", "error"])
      #expect(kernel.interpreter.interruptions == 1)
    }
  }

  /// An interrupt on shell overtakes the cells before it, and is harmless when nothing runs.
  @Test func interruptOnShell() async throws {
    try await TestKernel.withClient { kernel, client in
      try client.send("interrupt_request")
      #expect(try await client.receive().type == "interrupt_reply")
      try client.execute("sleep")
      try await kernel.waitForCells(1)
      try client.send("interrupt_request")
      var types: Set<String> = []
      for _ in 0..<2 { types.insert(try await client.receive().type) }
      #expect(types == ["interrupt_reply", "execute_reply"])
    }
  }

  /// A signal stops the cell that ran when it came, not one that began before it was read.
  @Test func lateSignal() async throws {
    try await TestKernel.withClient { kernel, client in
      let before = ContinuousClock.now
      try client.execute("sleep")
      try await kernel.waitForCells(1)
      kernel.server.interrupt(at: before)
      try client.send("is_complete_request", ["code": "complete"])
      #expect(try await client.receive().type == "is_complete_reply")
      try await Task.sleep(for: .milliseconds(20))
      #expect(kernel.interpreter.interruptions == 0)
      kernel.server.interrupt()
      #expect(try await client.receive().content["ename"] == "Interrupted")
    }
  }

  /// A cell can ask the user of the client that sent it, if that client allows it.
  @Test func input() async throws {
    try await TestKernel.withClient { _, client in
      let id = try client.execute("ask", allowStdin: true)
      let request = try await client.receive(.stdin)
      #expect(request.type == "input_request")
      #expect(request.parentID == id)
      #expect(request.content == ["prompt": "name?", "password": true])
      try client.send("input_reply", ["value": "Ada"], on: .stdin)
      #expect(try await client.receive().content["status"] == "ok")
      #expect(try await client.published(about: id)[2].content["text"] == "hello Ada")

      try client.execute("ask", allowStdin: false)
      #expect(
        try await client.receive().content["evalue"]
          == "This client can not ask for input: run the cell in an interactive notebook.")

      try client.execute("ask", allowStdin: true)
      _ = try await client.receive(.stdin)
      try client.send("interrupt_request", on: .control)
      #expect(
        try await client.receive().content["evalue"] == "The cell ended before the input came.")
    }
  }

  /// A comm for an unknown target is closed, and what is unknown altogether is busy, then idle.
  @Test func commsAndUnknownTypes() async throws {
    try await TestKernel.withClient { _, client in
      let open = try client.send(
        "comm_open", ["comm_id": "c", "target_name": "jupyter.widget", "data": [:]])
      let published = try await client.published(about: open)
      #expect(published.map(\.label) == ["busy", "comm_close", "idle"])
      #expect(published[1].content["comm_id"] == "c")
      let unknown = try client.send("sing_request", ["song": "la"])
      #expect(try await client.published(about: unknown).map(\.label) == ["busy", "idle"])
    }
  }

  /// Shutdown ends the interpreter and the running cell, answers all that is open, and ends.
  @Test(arguments: [false, true])
  func shutdown(restart: Bool) async throws {
    let kernel = try TestKernel()
    await kernel.start()
    let client = try TestClient(kernel.connection)
    try await client.waitForWelcome()
    try client.execute("sleep")
    let queued = try client.execute("print a")
    try await kernel.waitForCells(1)
    let id = try client.send("shutdown_request", ["restart": .bool(restart)], on: .control)
    let reply = try await client.receive(.control)
    #expect(reply.content == ["status": "ok", "restart": .bool(restart)])
    #expect(try await client.receive().content["status"] == "error")
    let aborted = try await client.receive()
    #expect(aborted.parentID == queued)
    #expect(aborted.content["status"] == "aborted")
    #expect(
      try await client.published(about: id).map(\.label) == ["busy", "shutdown_reply", "idle"])
    try await kernel.waitForEnd()
    #expect(kernel.interpreter.shutdowns == [restart])
  }

  /// Ten megabytes of output arrive whole, in far fewer messages than they were written in.
  @Test func flood() async throws {
    try await TestKernel.withClient { _, client in
      let id = try client.execute("flood 160")
      let text = try await client.published(about: id).filter { $0.type == "stream" }
      #expect(text.reduce(0) { $0 + ($1.content["text"]?.string?.utf8.count ?? 0) } == 160 << 16)
    }
  }

  /// A subscriber that never reads does not stop the kernel.
  @Test func deafSubscriber() async throws {
    try await TestKernel.withClient { kernel, client in
      let deaf = try TestClient(kernel.connection)
      try client.execute("flood 3000")
      #expect(try await client.receive().content["status"] == "ok")
      withExtendedLifetime(deaf) {}
    }
  }

  /// The heartbeat echoes what it gets.
  @Test func heartbeat() async throws {
    try await TestKernel.withClient { kernel, _ in
      let echo = try await TestClient.heartbeat(kernel.connection, [1, 2, 3])
      #expect(echo == [1, 2, 3])
    }
  }

  /// A port that is taken is named.
  @Test func portTaken() async throws {
    try await TestKernel.withClient(transport: .tcp) { kernel, _ in
      let other = try TestKernel()
      await other.start(at: kernel.connection)
      let endpoint = kernel.connection.endpoint(of: .shell)
      #expect(
        other.log.lines == ["The kernel can not listen on \(endpoint): Address already in use."])
    }
  }
}
