extension Safetensors {
  /// All tensors of a file, in the order of their numbers.
  static func read(_ source: any ByteStore) throws -> StateDict {
    try StateDict(
      SafetensorsHeader(source).entries.map { entry in
        let tensor = try entry.type.tensor(entry.shape) { buffer in
          try source.read(at: entry.bytes.lowerBound, into: buffer)
        }
        return (entry.name, tensor)
      })
  }
}
