@_implementationOnly import CZlib

/// One gzip member being unpacked by zlib (RFC 1952; the check sum at its end is verified).
///
/// zlib keeps a pointer back to the `z_stream`, so it must not move: it lives on the heap.
final class Inflater {
  enum State { case hungry, done }

  // The type of what lies here stays out of the layout, so that clients need no zlib.
  private let memory: UnsafeMutableRawPointer

  private var stream: UnsafeMutablePointer<z_stream> {
    memory.assumingMemoryBound(to: z_stream.self)
  }

  init() {
    memory = .allocate(
      byteCount: MemoryLayout<z_stream>.size, alignment: MemoryLayout<z_stream>.alignment)
    memory.initializeMemory(as: z_stream.self, to: z_stream())
    // 15 bits of window, and 16 more to say "gzip, not zlib".
    let code = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib could not be set up (code \(code))")
  }

  deinit {
    inflateEnd(stream)
    memory.deallocate()
  }

  /// Unpacks from `input` into `output`, and says how much of each was used.
  ///
  /// - Throws: `Corrupt` when the input is no gzip data or its check sum differs.
  func unpack(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(Corrupt) -> (consumed: Int, produced: Int, state: State) {
    let inputCount = min(input.count, Int(UInt32.max))
    let outputCount = min(output.count, Int(UInt32.max))
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(inputCount)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(outputCount)
    let code = inflate(stream, Z_NO_FLUSH)
    let consumed = inputCount - Int(stream.pointee.avail_in)
    let produced = outputCount - Int(stream.pointee.avail_out)
    switch code {
    case Z_STREAM_END: return (consumed, produced, .done)
    // Z_BUF_ERROR only says that more input or more room is needed.
    case Z_OK, Z_BUF_ERROR: return (consumed, produced, .hungry)
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(code)"
      throw Corrupt(reason: reason, consumed: consumed)
    }
  }

  /// What zlib found wrong, and how far into this input.
  struct Corrupt: Error {
    let reason: String
    let consumed: Int
  }
}
