internal import Tensors

/// A file that PyTorch's `torch.save` wrote: a zip archive of a pickle, `data.pkl`, which describes
/// the tensors, and of their numbers, `data/0`, `data/1`, ...
///
/// The archive is read twice: first for the pickle, then for the numbers it asks for, which go
/// straight to where they stay.
struct TorchFile {
  private let source: any ByteStore
  private let reader: PickleReader
  private let root: PickleValue

  init(_ source: any ByteStore) throws {
    self.source = source
    var reader = PickleReader(try Self.pickle(source), name: "\(source.name)/data.pkl")
    root = try reader.read()
    self.reader = reader
  }

  /// The state that the file holds: all of it, or what it has under a key.
  func state(key: String?) throws -> StateDict {
    let tensors = try described(key: key)
    let storages = try storages(tensors.map(\.tensor.storage))
    return try StateDict(
      tensors.map { name, tensor in
        guard let whole = storages[tensor.storage.key] else {
          throw failure("the numbers of \(name) are missing")
        }
        let view = StridedView(
          storage: whole.elements.storage, offset: tensor.count == 0 ? 0 : tensor.offset,
          shape: Shape(tensor.shape), strides: Shape(tensor.strides), dtype: whole.dtype)
        return (name, Tensor(view))
      })
  }

  /// The names and tensors of the state, as the pickle describes them.
  private func described(key: String?) throws -> [(name: String, tensor: TorchTensor)] {
    guard var entries = named(root) else {
      throw failure("the file holds no dictionary of tensors")
    }
    if let key {
      guard let value = entries.first(where: { $0.name == key })?.value, let inner = named(value)
      else {
        throw failure(
          "there is no state \"\(key)\"",
          hint: "there are " + entries.map { "\"\($0.name)\"" }.joined(separator: ", "))
      }
      entries = inner
    }
    return try entries.map { name, value in
      guard case .tensor(let tensor) = value else {
        let states = entries.filter { named($0.value) != nil }.map { "\"\($0.name)\"" }
        throw failure(
          "\"\(name)\" is no tensor: the file holds more than a state",
          hint: states.isEmpty
            ? "save model.state_dict() alone"
            : "name the state with key: \(states.joined(separator: " or "))")
      }
      return (name, tensor)
    }
  }

  /// The entries of a dictionary whose keys are texts; of equal keys the last one counts.
  private func named(_ value: PickleValue) -> [(name: String, value: PickleValue)]? {
    guard let entries = reader.entries(value) else { return nil }
    var places: [String: Int] = [:]
    var result: [(name: String, value: PickleValue)] = []
    for entry in entries {
      guard case .string(let name) = entry.key else { return nil }
      if let place = places[name] {
        result[place].value = entry.value
      } else {
        places[name] = result.count
        result.append((name, entry.value))
      }
    }
    return result
  }

  /// The numbers of the storages that tensors look at.
  private func storages(_ wanted: [TorchStorage]) throws -> [String: Tensor] {
    let storages = Dictionary(wanted.map { ($0.key, $0) }) { first, _ in first }
    if let odd = wanted.first(where: {
      storages[$0.key]?.type != $0.type || storages[$0.key]?.count != $0.count
    }) {
      throw failure("storage \(odd.key) is described in two ways")
    }
    var found: [String: Tensor] = [:]
    var room = source.count
    let archive = try ZipArchive(source)
    while found.count < storages.count, let (path, count) = try archive.next() {
      let parts = path.split(separator: "/")
      if parts.last == "byteorder" { try checkOrder(archive, count) }
      guard parts.count >= 2, parts[parts.count - 2] == "data", let key = parts.last,
        let storage = storages[String(key)], found[storage.key] == nil
      else { continue }
      let (needed, overflows) = storage.count.multipliedReportingOverflow(
        by: storage.type.byteCount)
      // torch.save packs nothing, so that all entries together are smaller than the file.
      guard !overflows, needed == count, needed <= room else {
        throw failure(
          "storage \(key) should have \(storage.count) numbers of \(storage.type.byteCount) bytes, "
            + "and its entry has \(count) bytes in a file of \(source.count)")
      }
      room -= needed
      try source.requireMemory(storage.count * storage.type.dtype.byteCount)
      found[storage.key] = try storage.type.tensor([storage.count]) { try archive.read(into: $0) }
    }
    return found
  }

  private func checkOrder(_ archive: ZipArchive, _ count: Int) throws {
    var text = [UInt8](repeating: 0, count: min(max(count, 0), 16))
    try text.withUnsafeMutableBytes { try archive.read(into: $0) }
    if text.starts(with: Array("big".utf8)) {
      throw failure("the numbers were written by a big-endian machine")
    }
  }

  private static func pickle(_ source: any ByteStore) throws -> [UInt8] {
    let archive = try ZipArchive(source)
    while let (path, count) = try archive.next() {
      guard path == "data.pkl" || path.hasSuffix("/data.pkl") else { continue }
      guard count >= 0, count <= source.count else {
        throw StateFileError(
          "data.pkl announces \(count) bytes in a file of \(source.count)", at: source.name,
          hint: "copy or download the file again")
      }
      try source.requireMemory(count)
      return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        try archive.read(into: UnsafeMutableRawBufferPointer(buffer))
        filled = count
      }
    }
    throw StateFileError(
      "this zip archive has no data.pkl, so that it is none of torch.save", at: source.name,
      hint: "give a file that PyTorch wrote, or a safetensors file")
  }

  private func failure(
    _ what: String,
    hint: String = "save model.state_dict() with torch.save, or copy or download the file again"
  ) -> StateFileError { StateFileError(what, at: source.name, hint: hint) }
}

extension TorchTensor {
  /// Number of elements.
  var count: Int { shape.reduce(1, *) }
}
