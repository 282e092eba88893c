internal import Synchronization

/// What was made of the elements of a storage, and of which version of them.
final class DerivedElements: Sendable {
  let form: ObjectIdentifier
  let version: Int
  let elements: Storage

  fileprivate init(_ form: ObjectIdentifier, _ version: Int, _ elements: Storage) {
    (self.form, self.version, self.elements) = (form, version, elements)
  }

  deinit { Storage.derivedBytes.wrappingSubtract(elements.byteCount, ordering: .relaxed) }
}

extension Storage {
  /// Bytes of derived elements that are kept at most, of all storages together.
  package static let derivedLimit = 1 << 28

  fileprivate static let derivedBytes = Atomic<Int>(0)
  private static let derivedLock = Mutex(())

  /// The elements in another form, such as a weight that was transformed or packed: made once and
  /// kept with the storage until its elements change in place or it is gone itself.
  ///
  /// - Parameters:
  ///   - form: The type that knows the form; another form takes the place of what was kept.
  ///   - byteCount: The size of that form, which the storage's elements decide.
  ///   - fill: Writes it.
  package func derived(
    for form: Any.Type, byteCount: Int, _ fill: (UnsafeMutableRawPointer) -> Void
  ) -> Storage {
    let form = ObjectIdentifier(form)
    if let known = Self.derivedLock.withLock({ _ in derived }), known.form == form,
      known.version == version, known.elements.byteCount == byteCount
    {
      return known.elements
    }
    let elements = Storage(byteCount: byteCount, device: device)
    fill(elements.base)
    if Self.derivedBytes.wrappingAdd(byteCount, ordering: .relaxed).newValue > Self.derivedLimit {
      Self.derivedBytes.wrappingSubtract(byteCount, ordering: .relaxed)
      return elements
    }
    let kept = DerivedElements(form, version, elements)
    // What was kept before goes when nobody holds the lock.
    let before = Self.derivedLock.withLock { _ in
      defer { derived = kept }
      return derived
    }
    withExtendedLifetime(before) {}
    return elements
  }
}
