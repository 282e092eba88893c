extension Module {
  /// Writes the state of the module to a file as safetensors.
  ///
  ///     try model.save("mnist.safetensors")
  ///     try Net().load("mnist.safetensors")
  ///
  /// - Throws: ``StateFileError`` when the file cannot be written.
  public final func save(_ path: String) throws { try stateDict().save(path) }

  /// Reads the state of the module from a file: safetensors, or a `.pt` or `.pth` file that PyTorch
  /// wrote of a state.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - key: Of a checkpoint that holds several things, the name of the state.
  ///   - strict: Whether file and module must have the same names.
  /// - Throws: ``StateFileError`` when the file cannot be read, and ``StateDictError`` when its state
  ///   does not fit. Nothing has changed then.
  public final func load(_ path: String, key: String? = nil, strict: Bool = true) throws {
    try loadStateDict(StateDict.load(path, key: key), strict: strict)
  }
}
