internal import Tensors

/// A whole number in groups of three digits: `1,475,338`.
func grouped(_ number: Int) -> String {
  let digits = "\(number.magnitude)"
  let head = digits.count % 3
  var groups = head > 0 ? [String(digits.prefix(head))] : []
  var rest = digits.dropFirst(head)
  while !rest.isEmpty {
    groups.append(String(rest.prefix(3)))
    rest = rest.dropFirst(3)
  }
  return (number < 0 ? "-" : "") + groups.joined(separator: ",")
}

/// A number with two decimals unless it is whole, as torchinfo prints counts.
func grouped(_ number: Double) -> String {
  if number.rounded() == number { return grouped(Int(number)) }
  let text = formatted(number, "f", precision: 2)
  return grouped(Int(number)) + text.suffix(3)
}

/// Bytes in millions, with two decimals.
func megabytes(_ bytes: Int) -> String { formatted(Double(bytes) / 1e6, "f", precision: 2) }

/// A share as Python's `{:>7.2%}` prints it.
func percent(_ share: Double) -> String {
  let text = formatted(share * 100, "f", precision: 2) + "%"
  return String(repeating: " ", count: max(0, 7 - text.count)) + text
}
