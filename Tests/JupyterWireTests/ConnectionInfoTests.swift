import Testing

@testable import JupyterWire

struct ConnectionInfoTests {
  private func parse(
    _ change: (inout JSONObject) -> Void = { _ in }
  ) throws -> ConnectionInfo {
    var file: JSONObject = [
      "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
      "ip": "127.0.0.1", "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha256",
      "kernel_name": "martlet",
    ]
    change(&file)
    return try ConnectionInfo(parsing: JSON.object(file).bytes)
  }

  /// A file as Jupyter writes it gives the places of all sockets.
  @Test func endpoints() throws {
    let tcp = try parse()
    #expect(tcp.endpoint(of: .shell) == "tcp://127.0.0.1:1")
    #expect(tcp.endpoint(of: .heartbeat) == "tcp://127.0.0.1:5")
    #expect(tcp.key == [UInt8(ascii: "k")])
    #expect(try parse { $0["ip"] = "::1" }.endpoint(of: .iopub) == "tcp://[::1]:2")
    let ipc = try parse {
      $0["transport"] = "ipc"
      $0["ip"] = "/tmp/a b"
    }
    #expect(ipc.endpoint(of: .control) == "ipc:///tmp/a b-4")
  }

  /// What a file lacks, or asks for in vain, is named.
  @Test(
    arguments: [
      ("hb_port", nil, "\"hb_port\" must be a number from 1 to 65535."),
      ("shell_port", 65536, "\"shell_port\" must be a number from 1 to 65535."),
      ("ip", 7, "\"ip\" must be a string."),
      ("transport", "udp", "the transport \"udp\" is not known; use tcp or ipc."),
      (
        "signature_scheme", "hmac-md5",
        "the signature scheme \"hmac-md5\" is not known; use \"hmac-sha256\"."
      ),
    ] as [(String, JSON?, String)])
  func mistakes(field: String, value: JSON?, message: String) {
    let error = #expect(throws: ConnectionError.self) { try parse { $0[field] = value } }
    #expect(error?.description == message)
  }

  /// A file that is not there, or is no JSON, is named in the message.
  @Test func unreadableFiles() {
    #expect(
      throws: ConnectionError(
        "The connection file /nowhere/k.json can not be read: No such file or directory."),
      performing: { try ConnectionInfo(contentsOfFile: "/nowhere/k.json") })
    #expect(
      throws: ConnectionError(
        "The connection file /dev/null is not usable: not valid JSON"),
      performing: { try ConnectionInfo(contentsOfFile: "/dev/null") })
  }
}
