internal import PartialFiles

extension StateDict {
  /// Reads a state from a file: safetensors, or what PyTorch's `torch.save(model.state_dict(), path)`
  /// wrote (`.pt`, `.pth`).
  ///
  ///     let state = try StateDict.load("mnist.pth")
  ///     try model.loadStateDict(state)
  ///
  /// Either kind is safe to take from strangers: nothing in it is executed, and nothing is allocated
  /// that the file does not hold. Numbers of types that tensors do not have are widened without loss:
  /// 16-bit floating point to float32, and whole numbers of 8 and 16 bits to int32.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - key: Of a checkpoint that holds several things, the name of the state, such as
  ///     `"model_state_dict"`.
  /// - Throws: ``StateFileError`` when the file cannot be read or is not what it says.
  public static func load(_ path: String, key: String? = nil) throws -> StateDict {
    try load(from: try FileBytes(path: path), key: key)
  }

  /// Writes the tensors to a file as safetensors, which Python's `safetensors` reads as well.
  ///
  /// The file is written beside its place and renamed into it, so that a broken-off save leaves the
  /// old one whole. Folders above it are made.
  ///
  /// - Throws: ``StateFileError`` when the file cannot be written.
  public func save(_ path: String) throws {
    let writer = try PartialFile(ofState: path)
    try Safetensors.write(self, to: writer)
    try writer.finish()
  }

  /// Reads a state from bytes wherever they are.
  package static func load(from source: any ByteStore, key: String? = nil) throws -> StateDict {
    let start = try source.bytes(at: 0, count: Swift.min(4, source.count))
    if start == [0x50, 0x4b, 3, 4] {
      return try TorchFile(source).state(key: key)
    }
    if start.starts(with: [0x80, 2]) {
      throw StateFileError(
        "this is a file of PyTorch before version 1.6", at: source.name,
        hint: "load it in PyTorch and save it again, which writes the zip form")
    }
    return try Safetensors.read(source)
  }
}
