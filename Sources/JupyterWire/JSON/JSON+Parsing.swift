internal import Foundation

extension JSON {
  /// Parses JSON text in UTF-8, through Foundation.
  ///
  /// Integers that do not fit in 64 bits become doubles. The words `NaN` and `Infinity`, which
  /// Python can be made to write, are refused, as RFC 8259 wants it.
  ///
  /// - Throws: ``JSONError`` for bad syntax, invalid UTF-8 and nesting deeper than 512.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    do {
      self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
    } catch {
      // Foundation's own error tells neither what nor where.
      throw JSONError()
    }
  }
}

extension JSON: Codable {
  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let object = try? value.decode([String: JSON].self) {
      self = .object(JSONObject(object))
    } else if let integer = try? value.decode(Int.self) {
      self = .int(integer)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .double(try value.decode(Double.self))
    }
  }

  /// Writes the value; a number that is infinite or not a number becomes `null`.
  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .int(let integer): try value.encode(integer)
    case .double(let double) where double.isFinite: try value.encode(double)
    case .double: try value.encodeNil()
    case .string(let string): try value.encode(string)
    case .array(let array): try value.encode(array)
    case .object(let object): try value.encode(object.members)
    }
  }
}

/// A text is not JSON: bad syntax, invalid UTF-8, or too deep nesting.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public var description: String { "not valid JSON" }
}
