import Foundation
import NN
import Tensors
import Testing

/// The path of a file that `Golden/statefiles.py` made.
func golden(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/\(name)").path
}

/// A path in a folder that goes away with the test.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("martlet-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  subscript(name: String) -> String { "\(folder)/\(name)" }

  /// Puts bytes into a file.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
    return self[name]
  }
}

/// The bytes of a file.
func contents(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}

/// Every type of number, read from a file that Python wrote.
///
/// `base` is `tensor((2, 3), 1) * 100` of the script.
private func expectTypes(_ state: StateDict) throws {
  let base = numbers(6).map { $0 * 100 }
  let expected: [(String, DType, [Double])] = [
    ("float32", .float32, base.map { Double(Float($0)) }),
    ("float64", .float64, base),
    ("int64", .int64, base.map { $0.rounded(.towardZero) }),
    ("int32", .int32, base.map { $0.rounded(.towardZero) }),
    ("int16", .int32, base.map { $0.rounded(.towardZero) }),
    ("int8", .int32, base.map { $0.rounded(.towardZero) }),
    ("uint8", .uint8, [0, 7, 255]),
    ("bool", .bool, [1, 0, 1]),
    ("scalar", .float32, [2.5]),
    ("empty", .float32, []),
  ]
  for (name, dtype, values) in expected {
    let tensor = try #require(state[name])
    #expect(tensor.dtype == dtype && tensor.scalars == values, "\(name)")
  }
  for (name, precision) in [("float16", 0.0005), ("bfloat16", 0.004)] {
    let tensor = try #require(state[name])
    #expect(tensor.dtype == .float32 && tensor.shape == [2, 3])
    #expect(agree(tensor.scalars, base, within: precision), "\(name)")
  }
  #expect(state["scalar"]?.shape == [] && state["empty"]?.shape == [0, 3])
}

/// Files that Python's safetensors and PyTorch wrote hold what they held there.
@Test func filesOfPython() throws {
  try expectTypes(StateDict.load(golden("types.safetensors")))
  let state = try StateDict.load(golden("types.pt"))
  try expectTypes(state)
  #expect(state["transposed"]?.tolistText == "[[0,4,8],[1,5,9],[2,6,10],[3,7,11]]")
  #expect(state["slice"]?.scalars == [2, 5])
  #expect(state["parameter"]?.scalars == [1, 2])
}

extension Tensor {
  /// The rows of a matrix of whole numbers.
  fileprivate var tolistText: String {
    let rows = (0..<shape[0]).map { row in
      "[" + self[row].scalars.map { "\(Int($0))" }.joined(separator: ",") + "]"
    }
    return "[" + rows.joined(separator: ",") + "]"
  }
}

extension Seeded {
  /// A model read from a checkpoint of PyTorch has its weights: those of the same seed.
  @Test func checkpointOfPyTorch() throws {
    manualSeed(0)
    func make() -> Sequential {
      Sequential(["conv": Conv2d(1, 2, kernelSize: 3), "norm": BatchNorm2d(2)])
    }
    let model = make()
    let weights = model.stateDict().copy()
    let x = Tensor(scalars: numbers(100, seed: 3), shape: [4, 1, 5, 5], dtype: .float32)
    _ = model(x)
    let other = make()
    try other.load(golden("checkpoint.pt"), key: "model_state_dict")
    for name in ["conv.weight", "conv.bias", "norm.weight", "norm.bias"] {
      #expect(other.stateDict()[name]?.scalars == weights[name]?.scalars, "\(name)")
    }
    let (own, theirs) = (model.stateDict(), other.stateDict())
    for name in ["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"] {
      #expect(agree(own[name]!.scalars, theirs[name]!.scalars, within: 1e-6), "\(name)")
    }
    let error = #expect(throws: StateFileError.self) {
      try other.load(golden("checkpoint.pt"))
    }
    #expect(
      error?.description == """
        "epoch" is no tensor: the file holds more than a state
          --> \(golden("checkpoint.pt"))
        hint: name the state with key: "model_state_dict" or "optimizer_state_dict"
        """)
  }

  /// A model that was saved and loaded computes the same; the file was renamed into its place.
  @Test func saveAndLoad() throws {
    let scratch = Scratch()
    let path = scratch["models/deep/net.safetensors"]
    let model = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(18, 4))
    _ = model(Tensor.rand(3, 1, 5, 5))
    try model.save(path)
    try model.save(path)
    let other = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Flatten(), Linear(18, 4))
    try other.load(path)
    let x = Tensor.rand(2, 1, 5, 5)
    #expect(model.eval()(x).scalars == other.eval()(x).scalars)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch["models/deep"])
    #expect(files == ["net.safetensors"])
  }
}

/// Views, names with odd letters and all types go through a file unchanged, and each tensor lies at
/// a multiple of its width.
@Test func oddStates() throws {
  let scratch = Scratch()
  let matrix = Tensor([[1.0, 2, 3], [4, 5, 6]])
  let state = StateDict([
    ("a \"quoted\" \\ name\n한글", matrix.permute(1, 0)), ("flags", Tensor([true, false, true])),
    ("bytes", Tensor(scalars: [1, 2, 3], shape: [3], dtype: .uint8)),
    ("row", matrix[1]), ("number", Tensor(7)), ("double", Tensor([0.1], dtype: .float64)),
    ("none", Tensor.zeros([0, 2])),
  ])
  try state.save(scratch["odd.safetensors"])
  let other = try StateDict.load(scratch["odd.safetensors"])
  #expect(Set(other.names) == Set(state.names))
  for (name, tensor) in state {
    let read = try #require(other[name])
    #expect(read.shape == tensor.shape && read.dtype == tensor.dtype, "\(name)")
    #expect(read.scalars == tensor.scalars, "\(name)")
  }
  let bytes = try contents(scratch["odd.safetensors"])
  #expect(bytes[0] % 8 == 0)
}

/// What is no state says so, and nothing in it is executed.
@Test func refusedFiles() throws {
  func message(_ path: String) -> String {
    let error = #expect(throws: StateFileError.self) { try StateDict.load(path) }
    return error?.description ?? ""
  }
  #expect(
    message(golden("evil.pt")) == """
      the file would have Python call posix.system, which is no part of a state
        --> \(golden("evil.pt"))/data.pkl, byte 58
      hint: save model.state_dict() with torch.save, or copy or download the file again
      """)
  #expect(message(golden("whole.pt")).contains("object of the Python class torch.nn.modules"))
  #expect(message(golden("whole.pt")).contains("torch.save(model.state_dict(), path)"))
  #expect(message(golden("legacy.pt")).contains("PyTorch before version 1.6"))
  #expect(message("/nowhere/x.pt").contains("No such file or directory"))
  #expect(message("/").contains("this is not a file"))
  let scratch = Scratch()
  #expect(message(try scratch.write([], "empty")).contains("the file ends early"))
  #expect(message(try scratch.write(Array("PK\u{3}\u{4}".utf8), "zip")).contains("archive"))
  let error = #expect(throws: StateFileError.self) {
    try StateDict([("a", Tensor(1))]).save("/proc/nowhere/x")
  }
  #expect(error?.description.contains("the folder cannot be made") == true)
}
