// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Reads a property of the type that an initialiser wants.
public func __decode<Key, Value: Decodable>(
  _ container: KeyedDecodingContainer<Key>, _ key: Key
) throws -> Value {
  try container.decode(Value.self, forKey: key)
}

/// Reads an optional property, which may be missing.
public func __decodeOptional<Key, Value: Decodable>(
  _ container: KeyedDecodingContainer<Key>, _ key: Key
) throws -> Value? {
  try container.decodeIfPresent(Value.self, forKey: key)
}
