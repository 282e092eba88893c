// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Shows the value of a cell's last expression.
///
/// Nothing for `Void`, and nothing for `display(x)`, which has shown what there is to see. One
/// function for all types: overloads would make a last expression ambiguous whose type the compiler
/// has to find out, as that of a task group.
public func __show<T>(_ value: T) {
  if T.self != DisplayHandle.self { showResult(value) }
}
