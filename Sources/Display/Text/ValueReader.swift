/// Turns values into layouts, within a budget.
///
/// Swift's own `print` shows `[Cell3.Point(x: 1.0)]` and a million elements on one line; this
/// reads the same values with unqualified names and bounds.
struct ValueReader {
  var leavesLeft = TextLimits.leaves
  var depth = 0

  mutating func layout(of value: Any) -> Layout {
    if leavesLeft <= 0 || depth > TextLimits.depth { return .leaf("…") }
    if let container = value as? any ReadableContainer { return container.layout(&self) }
    leavesLeft -= 1
    switch value {
    case let text as any StringProtocol: return .leaf(quoted(text, limit: TextLimits.innerText))
    case let character as Character: return .leaf(character.debugDescription)
    case let scalar as Unicode.Scalar: return .leaf(scalar.debugDescription)
    case let type as Any.Type: return .leaf(typeName(type))
    case let value as any CustomStringConvertible: return described(value.description)
    case let value as any CustomDebugStringConvertible: return described(value.debugDescription)
    default: return reflected(value)
    }
  }

  /// The layout of a value that stands inside of another one.
  mutating func inner(_ value: Any) -> Layout {
    depth += 1
    defer { depth -= 1 }
    return layout(of: value)
  }

  /// A text that the value's own type made; a long one is cut where it is not the whole result.
  private func described(_ text: String) -> Layout {
    let limit = depth == 0 ? TextLimits.text : TextLimits.innerText
    return .leaf(withoutModuleNames(cut(text, limit: limit)))
  }
}
