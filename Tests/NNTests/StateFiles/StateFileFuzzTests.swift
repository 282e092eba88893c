import Foundation
import NN
import Tensors
import Testing

/// How many damaged files each test tries: a few thousand, or `MARTLET_FUZZ`.
private let tries =
  ProcessInfo.processInfo.environment["MARTLET_FUZZ"].flatMap { Int($0) } ?? 2000

/// Random numbers that are the same on every run.
private struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit == 0 ? 0 : Int((state >> 33) % UInt64(limit))
  }
}

/// Reads bytes, which must end in a state of no more numbers than bytes, or in an error.
private func read(_ bytes: [UInt8]) {
  do {
    let state = try StateDict.load(from: ByteArray(bytes, name: "fuzz"))
    for (_, tensor) in state { #expect(tensor.count <= bytes.count) }
  } catch let error as StateFileError {
    #expect(error.description.contains("hint: "))
  } catch {
    Issue.record("another kind of error: \(error)")
  }
}

/// The same bytes with a few changed, some cut off or repeated.
private func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
  var result = bytes
  switch chance.below(8) {
  case 0: result.removeLast(chance.below(result.count + 1))
  case 1:
    let start = chance.below(result.count)
    result.removeSubrange(start..<min(result.count, start + 1 + chance.below(16)))
  case 2:
    let start = chance.below(result.count)
    result.insert(contentsOf: result[start...].prefix(1 + chance.below(64)), at: start)
  default: break
  }
  for _ in 0..<chance.below(6) where !result.isEmpty {
    let extremes: [UInt8] = [0, 1, 0x7f, 0x80, 0xff]
    let isExtreme = chance.below(2) == 0
    result[chance.below(result.count)] =
      isExtreme ? extremes[chance.below(5)] : UInt8(chance.below(256))
  }
  return result
}

/// Damaged safetensors files, the damage mostly in the header.
@Test func damagedSafetensors() throws {
  let whole = try contents(golden("types.safetensors"))
  var chance = Chance(state: 1)
  for _ in 0..<tries { read(damaged(whole, &chance)) }
}

/// Safetensors headers put together at random.
@Test func randomHeaders() {
  let parts = [
    "{", "}", "[", "]", ":", ",", "\"a\"", "\"dtype\"", "\"F32\"", "\"shape\"", "\"data_offsets\"",
    "[0,4]", "[1]", "-1", "1e400", "18446744073709551616", "null", "\"__metadata__\"",
    "\"\\u0000\"",
    "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}",
  ]
  var chance = Chance(state: 2)
  for _ in 0..<tries {
    let header = "{" + (0..<chance.below(12)).map { _ in parts[chance.below(parts.count)] }.joined()
    let prefix = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> ($0 * 8)) }
    read(prefix + Array(header.utf8) + Array(repeating: 1, count: 4))
  }
}

/// Damaged PyTorch files: the archive around the pickle.
@Test func damagedArchives() throws {
  let whole = try contents(golden("checkpoint.pt"))
  var chance = Chance(state: 3)
  for _ in 0..<tries / 4 { read(damaged(whole, &chance)) }
}

/// Damaged pickles within a whole archive, and pickles put together at random from the operations
/// that are read.
@Test func damagedPickles() throws {
  let whole = try contents(golden("types.pt"))
  let start = try #require(whole.indices.first { whole[$0...].starts(with: [0x80, 2, 0x63]) })
  let end = try #require(
    whole[start...].indices.first { whole[$0...].starts(with: [0x2e, 0x50, 0x4b]) })
  let pickle = Array(whole[start...end])
  let operations = Array(
    "(.NKMJXU}])tqrhjcQRbsuae0\u{80}\u{81}\u{85}\u{87}\u{88}\u{8a}\u{93}\u{94}".unicodeScalars.map {
      UInt8($0.value)
    })
  var chance = Chance(state: 4)
  for index in 0..<tries {
    let bytes =
      index % 2 == 0
      ? damaged(pickle, &chance)
      : (0..<chance.below(40)).map { _ in
        chance.below(4) == 0 ? UInt8(chance.below(256)) : operations[chance.below(operations.count)]
      }
    read(storedZip(["a/data.pkl": bytes, "a/data/0": Array(repeating: 1, count: 24)]))
  }
}
