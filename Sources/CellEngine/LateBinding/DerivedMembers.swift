import SwiftSyntax

/// The functions that the compiler derives where a conformance stands beside its type.
///
/// `extension Point: Hashable {}` in a later cell than `Point` stands in another module, where the
/// compiler derives nothing. So they are written for it.
struct DerivedMembers {
  private let shape: TypeShape
  private let wanted: Set<String>

  /// - Parameter wanted: the protocols that an extension names.
  init(_ shape: TypeShape, wanted: some Sequence<String>) {
    self.shape = shape
    self.wanted = Set(wanted).subtracting(shape.provided)
  }

  /// The functions, on one line.
  var text: String {
    var parts: [String] = []
    if wants("Equatable", "Hashable"), lacks("Equatable", "==") { parts.append(equality) }
    if wants("Hashable"), lacks("hash") { parts.append(hashing) }
    if wants("CaseIterable"), lacks("allCases"), shape.cases.allSatisfy({ $0.values == 0 }) {
      let cases = shape.cases.map { "." + $0.name }.joined(separator: ", ")
      parts.append("static var allCases: [Self] { [\(cases)] }")
    }
    if !shape.isEnum { parts += coding }
    return parts.map { " \($0);" }.joined()
  }

  private func wants(_ names: String...) -> Bool { !wanted.isDisjoint(with: names) }
  private func lacks(_ names: String...) -> Bool { shape.provided.isDisjoint(with: names) }

  private var equality: String {
    let head = "static func == (lhs: Self, rhs: Self) -> Bool"
    if !shape.isEnum {
      let tests = shape.properties.map { "lhs.\($0.name) == rhs.\($0.name)" }
      return "\(head) { \(tests.isEmpty ? "true" : tests.joined(separator: " && ")) }"
    }
    let cases = shape.cases.map { element in
      if element.values == 0 { return "case (.\(element.name), .\(element.name)): return true" }
      let (left, right) = (pattern(of: element, "l"), pattern(of: element, "r"))
      let tests = (0..<element.values).map { "l\($0) == r\($0)" }.joined(separator: " && ")
      return "case let (\(left), \(right)): return \(tests)"
    }
    return
      "\(head) { switch (lhs, rhs) { \((cases + ["default: return false"]).joined(separator: "; ")) } }"
  }

  private var hashing: String {
    let head = "func hash(into hasher: inout Hasher)"
    func combine(_ value: String) -> String { "hasher.combine(\(value))" }
    if !shape.isEnum {
      return
        "\(head) { \(shape.properties.map { combine("self." + $0.name) }.joined(separator: "; ")) }"
    }
    let cases = shape.cases.enumerated().map { index, element in
      let values = ["\(index)"] + (0..<element.values).map { "v\($0)" }
      let binding = element.values == 0 ? "" : "let "
      return "case \(binding)\(pattern(of: element, "v")): "
        + values.map(combine).joined(separator: "; ")
    }
    return "\(head) { switch self { \(cases.joined(separator: "; ")) } }"
  }

  private func pattern(of element: TypeShape.Case, _ prefix: String) -> String {
    if element.values == 0 { return "." + element.name }
    return
      ".\(element.name)(\((0..<element.values).map { "\(prefix)\($0)" }.joined(separator: ", ")))"
  }

  /// A struct's keys, and what writes and reads its properties by them.
  private var coding: [String] {
    var parts: [String] = []
    let names = shape.properties.map(\.name)
    if wants("Codable", "Encodable", "Decodable"), lacks("CodingKeys"), !names.isEmpty {
      parts.append("enum CodingKeys: String, CodingKey { case \(names.joined(separator: ", ")) }")
    }
    if wants("Codable", "Encodable"), lacks("encode") {
      let steps = shape.properties.map { property in
        "try container.\(property.isOptional ? "encodeIfPresent" : "encode")"
          + "(self.\(property.name), forKey: .\(property.name))"
      }
      parts.append(
        "func encode(to encoder: any Encoder) throws "
          + "{ var container = encoder.container(keyedBy: CodingKeys.self); "
          + steps.joined(separator: "; ") + " }")
    }
    if wants("Codable", "Decodable"), lacks("init(from)") {
      let values = shape.properties.filter { !$0.isFixed }.map { property in
        "\(property.name): try \(property.isOptional ? "__decodeOptional" : "__decode")"
          + "(container, .\(property.name))"
      }
      parts.append(
        "init(from decoder: any Decoder) throws "
          + "{ let container = try decoder.container(keyedBy: CodingKeys.self); "
          + "self.init(\(values.joined(separator: ", "))) }")
    }
    return parts
  }
}
