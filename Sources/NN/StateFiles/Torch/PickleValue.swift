/// A value that a pickle describes.
///
/// Tuples, lists and dictionaries lie in the reader's table and are named by their place there: one
/// may hold itself, and none can be nested so deep that freeing it overflows the stack.
enum PickleValue {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case sequence(Int)
  case dictionary(Int)
  /// A Python class or function by its names; it is never looked up.
  case global(PickleGlobal)
  case storage(TorchStorage)
  case tensor(TorchTensor)
}

/// The names of a Python class or function.
struct PickleGlobal: Hashable {
  var module: String
  var name: String

  var path: String { "\(module).\(name)" }
}

/// A run of numbers in a PyTorch file.
struct TorchStorage {
  /// The name of its entry in the archive.
  var key: String
  var type: StoredType
  /// How many numbers it says it has.
  var count: Int
}

/// A tensor in a PyTorch file: how it looks at a storage.
struct TorchTensor {
  var storage: TorchStorage
  var offset: Int
  var shape: [Int]
  var strides: [Int]
}
