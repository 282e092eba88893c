import CCellWorker

/// Writes the type and the text of an error that nothing caught, parted by a unit separator.
@_cdecl("martlet_describe_error")
func describeError(_ error: UnsafeRawPointer, _ text: UnsafeMutablePointer<CChar>, _ size: Int32) {
  let error = unsafeBitCast(error, to: (any Error).self)
  let type = String(describing: Swift.type(of: error))
  let bytes = Array("\(type)\u{1f}\(error)".utf8.prefix(Int(size) - 1))
  for (index, byte) in bytes.enumerated() { text[index] = CChar(bitPattern: byte) }
  text[bytes.count] = 0
}
