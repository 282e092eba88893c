import Foundation
import Testing

/// Numbers that PyTorch made, from a JSON file of `Golden/`; the script beside it made the file.
enum Fixture {
  /// The entries of a file, without that of the version.
  static func entries<Entry: Decodable>(_ name: String, of type: Entry.Type) throws -> [String:
    Entry]
  {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden")
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    let all = try JSONDecoder().decode([String: Either<Version, Entry>].self, from: data)
    return all.compactMapValues(\.entry)
  }

  private struct Version: Decodable { var version: String }

  /// The version of PyTorch or an entry.
  private enum Either<First: Decodable, Second: Decodable>: Decodable {
    case first(First)
    case second(Second)

    init(from decoder: any Decoder) throws {
      if let first = try? First(from: decoder) {
        self = .first(first)
      } else {
        self = .second(try Second(from: decoder))
      }
    }

    var entry: Second? {
      if case .second(let entry) = self { entry } else { nil }
    }
  }
}

/// Whether numbers agree with those of a fixture to a share of the largest one.
///
/// Numbers below `floor` are as exact as that one: they are what is left of larger ones.
func agree(
  _ own: [Double], _ torch: [Double], within tolerance: Double, floor: Double = 1e-3
) -> Bool {
  let scale = torch.reduce(floor) { max($0, abs($1)) }
  return largestDifference(own, torch) <= tolerance * scale
}
