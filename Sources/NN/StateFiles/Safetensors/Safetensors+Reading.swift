extension Safetensors {
  /// All tensors of a file, in the order of their numbers.
  static func read(_ source: any ByteStore) throws -> StateDict {
    let entries = try SafetensorsHeader(source).entries
    // Narrow numbers take up to four times as many bytes in memory.
    try source.requireMemory(
      entries.reduce(0) { $0 + $1.bytes.count / $1.type.byteCount * $1.type.dtype.byteCount })
    return try StateDict(
      entries.map { entry in
        let tensor = try entry.type.tensor(entry.shape) { buffer in
          try source.read(at: entry.bytes.lowerBound, into: buffer)
        }
        return (entry.name, tensor)
      })
  }
}
