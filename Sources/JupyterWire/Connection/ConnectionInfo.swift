internal import Foundation

/// Where a kernel listens, and the key that signs its messages: the contents of a connection file.
///
/// The format is that of jupyter_client's `kernels.rst`, "Connection files".
public struct ConnectionInfo: Sendable, Equatable {
  /// How sockets are reached.
  public enum Transport: String, Sendable {
    /// TCP on an address, with a port for each socket.
    case tcp
    /// Unix domain sockets, named by a path followed by a number for each socket.
    case ipc
  }

  /// The five sockets of a kernel.
  public enum Channel: String, Sendable, CaseIterable {
    /// Requests to run code, and questions about code.
    case shell
    /// Everything that the kernel tells all clients.
    case iopub
    /// Requests of the kernel for lines of input.
    case stdin
    /// Requests that must not wait for a cell: interrupt, shutdown.
    case control
    /// Echoes what it gets, as a sign of life.
    case heartbeat = "hb"
  }

  /// How the sockets are reached.
  public var transport: Transport
  /// The address to listen on; with ``Transport/ipc`` the path that the sockets' names start with.
  public var address: String
  /// The port of each socket; with ``Transport/ipc`` the number that its name ends with.
  public var ports: [Channel: Int]
  /// The key of the signatures.
  ///
  /// Without it, messages are neither signed nor checked.
  public var key: [UInt8]

  /// Sockets on `address`, a port for each.
  public init(transport: Transport, address: String, ports: [Channel: Int], key: [UInt8]) {
    self.transport = transport
    self.address = address
    self.ports = ports
    self.key = key
  }

  /// Reads a connection file.
  ///
  /// - Throws: ``ConnectionError``, when the file can not be read, or is not a connection file, or
  ///   asks for a transport or a signature scheme that is not spoken here.
  public init(contentsOfFile path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ConnectionError(
        "The connection file \(path) can not be read: \(String(cString: strerror(errno))).")
    }
    do {
      try self.init(parsing: Array(try file.readToEnd() ?? Data()))
    } catch {
      throw ConnectionError("The connection file \(path) is not usable: \(error)")
    }
  }

  /// Parses the text of a connection file.
  ///
  /// - Throws: ``JSONError``, or ``ConnectionError`` for what is missing or not spoken here.
  public init(parsing text: [UInt8]) throws {
    let json = try JSON(parsing: text)
    func string(_ key: String) throws -> String {
      guard let value = json[key]?.string else {
        throw ConnectionError("\"\(key)\" must be a string.")
      }
      return value
    }

    guard let transport = Transport(rawValue: try string("transport")) else {
      throw ConnectionError(
        "the transport \(JSON.string(try string("transport"))) is not known; use tcp or ipc.")
    }
    key = Array(try string("key").utf8)
    if !key.isEmpty, let scheme = json["signature_scheme"], scheme != "hmac-sha256" {
      throw ConnectionError("the signature scheme \(scheme) is not known; use \"hmac-sha256\".")
    }
    self.transport = transport
    address = try string("ip")
    ports = [:]
    for channel in Channel.allCases {
      let field = "\(channel.rawValue)_port"
      guard let port = json[field]?.int, (1...65535).contains(port) else {
        throw ConnectionError("\"\(field)\" must be a number from 1 to 65535.")
      }
      ports[channel] = port
    }
  }

  /// The name by which libzmq knows a socket's place, such as `tcp://127.0.0.1:5555`.
  func endpoint(of channel: Channel) -> String {
    let port = ports[channel] ?? 0
    switch transport {
    case .tcp where address.contains(":"): return "tcp://[\(address)]:\(port)"
    case .tcp: return "tcp://\(address):\(port)"
    case .ipc: return "ipc://\(address)-\(port)"
    }
  }
}

/// Why a kernel can not listen where it was told to.
public struct ConnectionError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what would be right.
  public let description: String

  init(_ description: String) { self.description = description }
}
