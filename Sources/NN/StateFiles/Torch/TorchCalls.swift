/// The Python functions that have a meaning in a PyTorch file.
enum TorchCalls {
  /// The dictionary that a state is.
  static let orderedDictionary = PickleGlobal(module: "collections", name: "OrderedDict")

  /// What one of the known functions gives; an error for any other.
  static func result(
    of function: PickleGlobal, _ arguments: [PickleValue], _ reader: PickleReader
  ) throws -> PickleValue {
    switch (function.module, function.name) {
    case ("torch._utils", "_rebuild_tensor_v2"), ("torch._utils", "_rebuild_tensor"):
      return .tensor(try tensor(arguments, reader))
    case ("torch._utils", "_rebuild_parameter"),
      ("torch._utils", "_rebuild_parameter_with_state"):
      guard let data = arguments.first, case .tensor = data else { break }
      return data
    case ("torch", "Size"):
      guard let sizes = arguments.first, reader.elements(sizes) != nil else { break }
      return sizes
    case ("torch", "device"):
      guard let name = arguments.first, case .string = name else { break }
      return name
    default:
      throw reader.failure(
        "the file would have Python call \(function.path), which is no part of a state")
    }
    throw reader.failure("\(function.path) is called with other arguments than PyTorch's")
  }

  /// `("storage", torch.FloatStorage, key, device, count)`, of which the device does not matter.
  static func storage(_ value: PickleValue, _ reader: PickleReader) throws -> TorchStorage {
    guard let parts = reader.elements(value), parts.count == 5, case .global(let kind) = parts[1],
      case .string(let key) = parts[2], case .int(let count) = parts[4], count >= 0
    else { throw reader.failure("a storage is described in an unknown way") }
    guard kind.module == "torch" || kind.module == "torch.storage", let type = types[kind.name]
    else {
      throw reader.failure("numbers of \(kind.path) have no type here")
    }
    return TorchStorage(key: key, type: type, count: count)
  }

  private static let types: [String: StoredType] = [
    "FloatStorage": .float32, "DoubleStorage": .float64, "HalfStorage": .float16,
    "BFloat16Storage": .bfloat16, "LongStorage": .int64, "IntStorage": .int32,
    "ShortStorage": .int16, "CharStorage": .int8, "ByteStorage": .uint8, "BoolStorage": .bool,
  ]

  /// `(storage, offset, shape, strides, ...)`.
  private static func tensor(
    _ arguments: [PickleValue], _ reader: PickleReader
  ) throws -> TorchTensor {
    guard arguments.count >= 4, case .storage(let storage) = arguments[0],
      case .int(let offset) = arguments[1], let shape = reader.numbers(arguments[2]),
      let strides = reader.numbers(arguments[3])
    else { throw reader.failure("a tensor is described in an unknown way") }
    let tensor = TorchTensor(storage: storage, offset: offset, shape: shape, strides: strides)
    if let problem = tensor.problem { throw reader.failure("a tensor \(problem)") }
    return tensor
  }
}
