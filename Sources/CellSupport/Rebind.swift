// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Gives a variable of an earlier cell a new value; the old one is released with `new`.
///
/// Both are passed as `inout`, so that they must be of the very same type.
@inlinable
public func __rebind<T>(_ old: inout T, _ new: inout T) { swap(&old, &new) }

/// Gives a constant of an earlier cell a new value; the old one is released with `new`.
///
/// - Parameter like: is never called; it compiles only where the constant is of the very same type.
public func __rebind<T>(
  _ module: StaticString, _ name: StaticString, _ new: inout T, like: (inout T) -> Void
) {
  guard let storage = worker?.storage(module, name) else {
    fatalError("The constant \(name) was not found: restart the kernel.")
  }
  swap(&storage.assumingMemoryBound(to: T.self).pointee, &new)
}

/// Compiles only for two values of the very same type.
public func __same<T>(_: inout T, _: inout T) {}
