/// Fetching one file over HTTP or HTTPS.
enum HTTP {
  /// Why a transfer did not come to its end.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Hands the body of `url` to `receive`, piece by piece.
  ///
  /// `receive` gets the bytes and, where the server tells, the size of the whole. `shouldStop` is
  /// asked about once a second and at each piece.
  ///
  /// - Throws: `Failure`, or whatever `receive` threw.
  static func get(
    _ url: String, shouldStop: @escaping () -> Bool = { false },
    receive: @escaping (_ piece: UnsafeRawBufferPointer, _ total: Int?) throws -> Void
  ) throws {
    guard let curl = LibCurl.shared, let handle = curl.makeHandle() else {
      throw Failure(description: "libcurl was not found (sudo apt-get install libcurl4)")
    }
    defer { curl.close(handle) }
    let transfer = Transfer(curl: curl, handle: handle, shouldStop: shouldStop, receive: receive)
    let code = transfer.run(url)
    if let error = transfer.error { throw error }
    if code != 0 { throw Failure(description: transfer.reason(code)) }
  }
}

/// The state that libcurl's callbacks reach through their pointer argument.
private final class Transfer {
  let curl: LibCurl
  let handle: LibCurl.Handle
  let shouldStop: () -> Bool
  let receive: (UnsafeRawBufferPointer, Int?) throws -> Void
  var error: (any Error)?
  private var message = [CChar](repeating: 0, count: LibCurl.errorBufferCount)

  init(
    curl: LibCurl, handle: LibCurl.Handle, shouldStop: @escaping () -> Bool,
    receive: @escaping (UnsafeRawBufferPointer, Int?) throws -> Void
  ) {
    self.curl = curl
    self.handle = handle
    self.shouldStop = shouldStop
    self.receive = receive
  }

  func run(_ url: String) -> Int32 {
    let this = Unmanaged.passUnretained(self).toOpaque()
    return message.withUnsafeMutableBufferPointer { message in
      url.withCString { url in
        "martlet".withCString { agent in
          let pointers: [(Int32, UnsafeRawPointer?)] = [
            (LibCurl.Option.url, UnsafeRawPointer(url)),
            (LibCurl.Option.userAgent, UnsafeRawPointer(agent)),
            (LibCurl.Option.errorBuffer, UnsafeRawPointer(message.baseAddress)),
            (LibCurl.Option.writeData, UnsafeRawPointer(this)),
            (LibCurl.Option.watchData, UnsafeRawPointer(this)),
          ]
          let numbers: [(Int32, Int)] = [
            // Without this, name look-ups use SIGALRM, which does not suit threads.
            (LibCurl.Option.noSignal, 1),
            (LibCurl.Option.failOnError, 1),
            (LibCurl.Option.followLocation, 1), (LibCurl.Option.maxRedirects, 5),
            (LibCurl.Option.protocols, LibCurl.httpAndHTTPS),
            (LibCurl.Option.redirectProtocols, LibCurl.httpAndHTTPS),
            (LibCurl.Option.connectTimeout, 10),
            // Less than 1 byte a second over 20 seconds is a dead line.
            (LibCurl.Option.lowSpeedLimit, 1), (LibCurl.Option.lowSpeedTime, 20),
            (LibCurl.Option.noProgress, 0),
          ]
          for (option, value) in pointers { _ = curl.setPointer(handle, option, value) }
          for (option, value) in numbers { _ = curl.setNumber(handle, option, value) }
          _ = curl.setReceiver(handle, LibCurl.Option.receiver) { bytes, size, count, this in
            guard let this else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(this).takeUnretainedValue()
            return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
          }
          _ = curl.setWatcher(handle, LibCurl.Option.watcher) { this, _, _, _, _ in
            guard let this else { return 1 }
            return Unmanaged<Transfer>.fromOpaque(this).takeUnretainedValue().shouldStop() ? 1 : 0
          }
          return curl.perform(handle)
        }
      }
    }
  }

  /// libcurl ends the transfer when fewer bytes are taken than were given.
  private func take(_ piece: UnsafeRawBufferPointer) -> Int {
    var total: Int64 = -1
    _ = curl.getNumber(handle, LibCurl.Info.contentLength, &total)
    do {
      try receive(piece, total < 0 ? nil : Int(total))
      return piece.count
    } catch {
      self.error = error
      return 0
    }
  }

  func reason(_ code: Int32) -> String {
    let end = message.firstIndex(of: 0) ?? message.endIndex
    if end > 0 {
      return String(decoding: message[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return curl.text(code).map { String(cString: $0) } ?? "libcurl code \(code)"
  }
}
