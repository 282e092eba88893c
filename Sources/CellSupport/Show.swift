// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Shows the value of a cell's last expression.
public func __show<T>(_ value: T) { showResult(value) }

/// The last expression of a cell has no value to show.
public func __show(_ nothing: Void) {}

/// `display(x)` as a cell's last line has shown what there is to see.
public func __show(_ handle: DisplayHandle) {}
