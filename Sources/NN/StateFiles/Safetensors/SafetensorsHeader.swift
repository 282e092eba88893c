internal import Tensors

@_implementationOnly import FoundationEssentials

/// What a safetensors file says of itself, checked against its size.
struct SafetensorsHeader {
  /// A tensor, and where its numbers are.
  struct Entry {
    var name: String
    var type: StoredType
    var shape: [Int]
    var bytes: Range<Int>
  }

  /// The tensors in the order of their numbers.
  private(set) var entries: [Entry]

  init(_ source: any ByteStore) throws {
    func failure(_ what: String) -> StateFileError {
      StateFileError(
        what, at: "\(source.name), header",
        hint: "the file is damaged or no safetensors file; copy or download it again")
    }
    let length = try source.bytes(at: 0, count: 8).reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    guard length <= UInt64(Safetensors.largestHeader) else {
      throw failure("this is no safetensors file: its header would have \(length) bytes")
    }
    let text = try source.bytes(at: 8, count: Int(length))
    guard text.first == UInt8(ascii: "{") else {
      throw failure("this is no safetensors file: its header is no JSON object")
    }
    let described: [String: Item]
    do {
      described = try JSONDecoder().decode([String: Item].self, from: Data(text))
    } catch {
      throw failure("the header is not in the form of safetensors")
    }
    let start = 8 + Int(length)
    entries = try described.compactMap { name, item in
      guard case .tensor(let tensor) = item else { return nil }
      guard let type = StoredType(rawValue: tensor.dtype) else {
        throw failure("\(name) has numbers of type \(tensor.dtype), which tensors here do not have")
      }
      guard tensor.offsets.count == 2, tensor.shape.count <= Shape.maximumCount,
        tensor.shape.allSatisfy({ $0 >= 0 }),
        let count = checkedProduct(tensor.shape + [type.byteCount])
      else { throw failure("\(name) has no possible shape: \(tensor.shape)") }
      let (low, high) = (tensor.offsets[0], tensor.offsets[1])
      guard low >= 0, high >= low, high <= source.count - start, high - low == count else {
        throw failure(
          "\(name) needs \(count) bytes for its shape \(tensor.shape), and its place is "
            + "\(low)..<\(high) of \(source.count - start)")
      }
      return Entry(name: name, type: type, shape: tensor.shape, bytes: start + low..<start + high)
    }
    entries.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    var end = start
    for entry in entries {
      guard entry.bytes.lowerBound == end else {
        throw failure("\(entry.name) does not begin where the tensor before it ends")
      }
      end = entry.bytes.upperBound
    }
    guard end == source.count else {
      throw failure("\(source.count - end) bytes at the end of the file belong to no tensor")
    }
  }

  /// An entry of the JSON object: a tensor, or `__metadata__`, whose texts are not looked at.
  private enum Item: Decodable {
    case tensor(Described)
    case metadata

    init(from decoder: any Decoder) throws {
      if decoder.codingPath.first?.stringValue == "__metadata__" {
        _ = try [String: String](from: decoder)
        self = .metadata
      } else {
        self = .tensor(try Described(from: decoder))
      }
    }
  }

  private struct Described: Decodable {
    var dtype: String
    var shape: [Int]
    var offsets: [Int]

    private enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }
}

/// The product of numbers, or nil when it is too large.
func checkedProduct(_ numbers: [Int]) -> Int? {
  if numbers.contains(0) { return 0 }
  var product = 1
  for number in numbers {
    let (next, overflows) = product.multipliedReportingOverflow(by: number)
    if overflows { return nil }
    product = next
  }
  return product
}
