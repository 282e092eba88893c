// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Gives a variable of an earlier cell a new value; the old one is released with `new`.
///
/// Both are passed as `inout`, so that they must be of the very same type.
@inlinable
public func __rebind<T>(_ old: inout T, _ new: inout T) { swap(&old, &new) }

/// Where a constant of an earlier cell is.
///
/// - Parameter type: a struct with one property, of the constant's type.
public func __constant<Kept>(
  _ module: StaticString, _ name: StaticString, _ type: Kept.Type
) -> UnsafeMutablePointer<Kept> {
  guard let storage = worker?.storage(module, name) else {
    fatalError("The constant \(name) was not found: restart the kernel.")
  }
  return storage.assumingMemoryBound(to: Kept.self)
}

/// Compiles only for two values of the very same type.
public func __same<T>(_: inout T, _: inout T) {}
